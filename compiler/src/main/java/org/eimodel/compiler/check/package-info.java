/// Names, dimensions and structure: from syntax to the typed model. One class for each part of a model; all report what
/// they find to a [Report][org.eimodel.compiler.report.Report] and go on.
package org.eimodel.compiler.check;
