/// The elementary functions of `org.eimodel.numeric` in vector form, with the same bits in every lane.
///
/// Generated code calls the functions of runs in arrays, [org.eimodel.vector.numeric.DoubleArrayFunctions] and
/// [org.eimodel.vector.numeric.FloatArrayFunctions], and the short functions of one vector. The loops behind them repeat
/// the scalar classes operation by operation; coefficients and reasons are documented there. This package calls
/// `org.eimodel.numeric` for what is left over after the last whole vector, and for large angles.
package org.eimodel.vector.numeric;
