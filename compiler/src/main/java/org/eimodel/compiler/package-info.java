/// The compiler's one entry.
package org.eimodel.compiler;
