/// Where the stages put what they find, and the codes by which a person can look it up.
package org.eimodel.compiler.report;
