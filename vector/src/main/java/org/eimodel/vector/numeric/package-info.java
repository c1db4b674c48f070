/// The elementary functions of `org.eimodel.numeric` in vector form, with the same bits in every lane.
///
/// The classes of lanes repeat the scalar classes operation by operation; their coefficients and the reasons for them are
/// documented there. Generated code calls the functions of whole arrays,
/// [org.eimodel.vector.numeric.DoubleArrayFunctions] and [org.eimodel.vector.numeric.FloatArrayFunctions], and the short
/// functions of one vector. This package calls `org.eimodel.numeric` for what is left over after the last whole vector, and
/// for large angles.
package org.eimodel.vector.numeric;
