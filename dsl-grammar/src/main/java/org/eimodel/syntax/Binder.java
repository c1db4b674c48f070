package org.eimodel.syntax;

/// `a in area`: a variable that ranges over the labels of an index.
public record Binder(Identifier variable, Identifier index) {}
