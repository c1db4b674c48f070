package org.eimodel.vector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// Tests of how compiled lanes behave, not of what they compute: they run in a JVM of their own, where nobody uses vectors of
/// another width.
///
/// Methods of the Vector API are shared by all widths, and so is what the JVM notices about them. Where several widths have
/// gone through them, C2 does not see at once which one a vector has, and now and then leaves one as an object: 80 bytes at
/// each turn of a loop that otherwise allocates nothing. A program that runs models has one width.
@Tag("one-width")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneWidth {}
