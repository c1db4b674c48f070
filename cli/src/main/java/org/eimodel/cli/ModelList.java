package org.eimodel.cli;

import org.eimodel.models.LibraryModel;
import org.eimodel.models.ModelLibrary;

/// `eimodel models`: a line for each model of the library.
final class ModelList {
  private static final int WIDTH = 79;

  private ModelList() {}

  static String text() {
    int longest = ModelLibrary.names().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (LibraryModel model : ModelLibrary.models()) {
      text.append(model.name()).append(" ".repeat(longest + 2 - model.name().length()));
      int column = longest + 2;
      for (String word : model.summary().split(" ")) {
        if (column + word.length() > WIDTH) {
          text.setLength(text.length() - 1);
          text.append('\n').append(" ".repeat(longest + 4));
          column = longest + 4;
        }
        text.append(word).append(' ');
        column += word.length() + 1;
      }
      text.setLength(text.length() - 1);
      text.append('\n');
    }
    return text.toString();
  }
}
