/// Arithmetic that gives the same bits everywhere: elementary functions and counter-based random numbers.
///
/// Everything here is built from `+ - * /`, `Math.fma`, `Math.sqrt` and bit patterns, so that a result depends neither on
/// the machine nor on its mathematical library, and so that a form for vector lanes can do the same operations in the
/// same order. Conditional expressions stand where lanes would be blended: no result depends on which branch was skipped.
///
/// Generated code calls [org.eimodel.numeric.DoubleFunctions] and [org.eimodel.numeric.FloatFunctions]; the compiler's
/// folding of constants and the reference interpreter call the very same methods. The builder of connections and the
/// drawing of initial values call the generators. This package calls nobody.
package org.eimodel.numeric;
