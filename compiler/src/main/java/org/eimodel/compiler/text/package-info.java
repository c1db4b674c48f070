/// Words for people: suggestions for misspelt names.
///
/// Called by every stage that looks names up; calls nothing.
package org.eimodel.compiler.text;
