package org.eimodel.compiler.data;

import java.util.List;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.units.Unit;

/// Gives the labels, tables and pairs that a model's declarations read from files of its folder.
///
/// One method for each form in which the language names a file. Tables read with a unit come in base units; the digits of
/// a CSV file are converted exactly and rounded once, and a number of a MATLAB file stands for its shortest decimal, so
/// that the same table gives the same bits from either.
///
/// *Errors*: every problem with a file is a {@link DataResult.Failed}.
public record DataFiles(DataFolder folder) {
  /// {@return the labels of `index area = csv("areas.csv")`}
  ///
  /// One label a line, as in the file; a first line equal to the index's name is its heading.
  public DataResult<List<String>> csvLabels(String file, String index) {
    return CsvText.open(folder, file).then(csv -> CsvLabels.read(csv, index));
  }

  /// {@return the table of `data fln[to area, from area] = csv("fln.csv")`, in the order of the index sets}
  ///
  /// *Shape*: two axes: labels in the first row and the first column, and in the corner `to\from`. One axis: two columns
  /// under a heading, labels and numbers. The labels must be those of the index sets, in any order.
  public DataResult<Table> csvTable(String file, List<TableAxis> axes, Unit unit) {
    return switch (axes.size()) {
      case 1 -> CsvText.open(folder, file).then(csv -> CsvTables.column(csv, axes.get(0), unit));
      case 2 ->
          CsvText.open(folder, file)
              .then(csv -> CsvTables.matrix(csv, axes.get(0), axes.get(1), unit));
      default -> tooManyAxes(axes);
    };
  }

  /// {@return a rectangle of plain numbers; a heading, where there is one, becomes the column labels}
  public DataResult<Table> csvNumbers(String file) {
    return CsvText.open(folder, file).then(CsvNumbers::plain);
  }

  /// {@return the pairs of `connect pairs("gap.csv")`: columns under the heading `source,target`, and those asked for}
  ///
  /// @param sources the size of the source population: neurons are numbered from 0
  /// @param targets the size of the target population
  /// @param columns numbers to be read with each pair; the file must have these and no others
  public DataResult<Pairs> csvPairs(String file, int sources, int targets, List<PairColumn> columns) {
    return CsvText.open(folder, file).then(csv -> CsvPairs.read(csv, sources, targets, columns));
  }

  /// {@return the labels of `index area = mat("data.mat", "areaList")`: a cell array of texts}
  public DataResult<List<String>> matLabels(String file, String variable) {
    return MatFile.open(folder, file)
        .then(mat -> mat.variable(variable).then(found -> MatArrays.labels(mat, found)));
  }

  /// {@return the table of `data wiring[to area, from area] : mm = mat("data.mat", "wiring")`}
  ///
  /// *Shape*: that of the declaration, rows first; for one axis a row or a column. The file has no labels, so the order
  /// is that of the index sets and nobody can check it.
  public DataResult<Table> matTable(String file, String variable, List<TableAxis> axes, Unit unit) {
    if (axes.isEmpty() || axes.size() > 2) {
      return tooManyAxes(axes);
    }
    int rows = axes.get(0).labels().size();
    int columns = axes.size() == 1 ? 1 : axes.get(1).labels().size();
    return numbers(file, variable, unit)
        .then(table -> {
          boolean vector = axes.size() == 1 && table.rows() == 1 && table.columns() == rows;
          if (!vector && (table.rows() != rows || table.columns() != columns)) {
            return DataProblem.of(
                    Kind.SHAPE,
                    "`"
                        + variable
                        + "` of `"
                        + file
                        + "` is "
                        + table.rows()
                        + " x "
                        + table.columns()
                        + ", but "
                        + axes
                        + " needs "
                        + rows
                        + " x "
                        + columns)
                .failed();
          }
          List<String> labels = axes.size() == 1 ? List.of() : axes.get(1).labels();
          return new DataResult.Ok<>(
              new Table(axes.get(0).labels(), labels, table.values(), rows, columns));
        });
  }

  /// {@return a numeric variable as it is}
  public DataResult<Table> matNumbers(String file, String variable) {
    return numbers(file, variable, Unit.ONE);
  }

  private DataResult<Table> numbers(String file, String variable, Unit unit) {
    return MatFile.open(folder, file)
        .then(mat -> mat.variable(variable).then(found -> MatArrays.numbers(mat, found, unit)));
  }

  private static DataResult<Table> tooManyAxes(List<TableAxis> axes) {
    return DataProblem.of(Kind.SHAPE, "a file holds a table of one or two axes, not " + axes.size())
        .failed();
  }
}
