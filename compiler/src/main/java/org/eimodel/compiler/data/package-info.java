/// Tables, labels and pairs from data files, only from inside the model's own folder.
///
/// CSV files carry labels, which must match the model's index sets; MATLAB 5 files carry none, so there only the shape is
/// compared. Whatever is wrong with a file comes back as a [org.eimodel.compiler.data.DataProblem], with the line and
/// column in the data file where there is one; nothing here throws for a user's mistake.
///
/// Called by the resolve stage and by the connection builder (`pairs`); calls `units` and `text`, FastCSV and mfl-core.
package org.eimodel.compiler.data;
