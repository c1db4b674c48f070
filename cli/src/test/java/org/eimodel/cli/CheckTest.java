package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  @TempDir private Path folder;

  @Test
  void aModelWithoutMistakes() throws Exception {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
    assertEquals(
        new Typed(0, "two.eimodel: no errors\n", ""), Typed.in(folder, "check", "two.eimodel"));
  }

  @Test
  void aMistakeIsShownWithItsPlace() throws Exception {
    TinyModels.write(folder, "wrong.eimodel", TinyModels.WRONG);
    Typed check = Typed.in(folder, "check", "wrong.eimodel");
    assertAll(
        () -> assertEquals(1, check.code()),
        () -> assertTrue(check.err().startsWith("wrong.eimodel:3:8: error[E0204]: "), check.err()),
        () -> assertTrue(check.err().contains("    3 |   v' = -v\n      |        ^^"), check.err()),
        () -> assertEquals("wrong.eimodel: 1 error\n", check.out()));
  }

  @Test
  void aModelIsCalledAsItWasTyped() throws Exception {
    Files.createDirectory(folder.resolve("sub"));
    TinyModels.write(folder, "sub/wrong.eimodel", TinyModels.WRONG);
    String typed = "./sub/../sub/wrong.eimodel";
    Typed check = Typed.in(folder, "check", typed);
    assertTrue(check.err().startsWith(typed + ":3:8: error[E0204]: "), check.err());
  }

  @Test
  void diagnosticsFitIntoATerminal() throws Exception {
    TinyModels.write(
        folder,
        "wrong.eimodel",
        TinyModels.TWO_AREAS.replace("w = 1 mV;", "w = 1 mV + 0 mV + 0 mV + 0 mV + 0 mS;"));
    Typed check = Typed.in(folder, "check", "wrong.eimodel");
    assertAll(
        () -> assertEquals(1, check.code()),
        () -> assertTrue(check.err().contains("…"), check.err()),
        () -> assertTrue(check.err().lines().allMatch(line -> line.length() <= 79), check.err()));
  }

  @Test
  void aWarningIsNoError() throws Exception {
    TinyModels.write(
        folder, "two.eimodel", TinyModels.TWO_AREAS.replace("delay = 0.5 ms", "delay = 0.54 ms"));
    Typed check = Typed.in(folder, "check", "two.eimodel");
    assertAll(
        () -> assertEquals(0, check.code()),
        () -> assertTrue(check.err().contains("warning[W0602]"), check.err()),
        () -> assertEquals("two.eimodel: no errors, 1 warning\n", check.out()));
  }

  @Test
  void aFileWinsOverTheLibrary() throws Exception {
    TinyModels.write(folder, "hh", TinyModels.WRONG);
    assertEquals(1, Typed.in(folder, "check", "hh").code());
    Files.delete(folder.resolve("hh"));
    assertEquals(0, Typed.in(folder, "check", "hh").code());
  }

  @Test
  void whatIsNoTextIsAMistakeOfTheModel() throws Exception {
    Files.write(folder.resolve("bytes.eimodel"), new byte[] {'n', (byte) 0xff, 'x'});
    Typed check = Typed.in(folder, "check", "bytes.eimodel");
    assertEquals(1, check.code());
    assertTrue(check.err().contains("bytes.eimodel:1:2: error[E0103]"), check.err());
  }
}
