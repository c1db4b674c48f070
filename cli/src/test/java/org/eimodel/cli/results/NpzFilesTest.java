package org.eimodel.cli.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFilesTest {
  private static final SpikeTable SPIKES =
      new SpikeTable.Builder(
              List.of(
                  new PopulationLabel("E", List.of("area"), List.of("V1"), 3),
                  new PopulationLabel("E", List.of("area"), List.of("Ä𝛼"), 2),
                  new PopulationLabel("P", 1)))
          .add(1, new int[] {0, 2, 4}, 0, 3)
          .add(123, 5)
          .build();

  private static final TraceTable TRACE =
      new TraceTable(
          "v",
          "E",
          "mV",
          RunClock.of("0.1", 2),
          new long[] {0, 1, 2},
          List.of("E[V1][0]", "E[V1][2]"),
          new double[][] {{-65, -64.5, 1e-300}, {1, 2, 3}});

  @Test
  void anArrayHasTheBytesThatTheFormatAsksFor() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NpzOutput npz = new NpzOutput(out)) {
      npz.ints("k", 2, i -> 258 + i);
    }
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
    assertEquals("k.npy", zip.getNextEntry().getName());
    byte[] bytes = zip.readAllBytes();
    assertEquals(128 + 8, bytes.length);
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertArrayEquals(
        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, Arrays.copyOf(bytes, 8));
    assertEquals(118, data.getShort(8));
    assertEquals(
        "{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }",
        new String(bytes, 10, 117, StandardCharsets.US_ASCII).strip());
    assertEquals('\n', bytes[127]);
    assertEquals(258, data.getInt(128));
    assertEquals(259, data.getInt(132));
  }

  @Test
  void numpyReadsWhatWasWritten(@TempDir Path folder) throws Exception {
    assumeTrue(
        python("import numpy").equals(""),
        "python3 with numpy is not installed: the archives were not read back");
    RunClock clock = RunClock.of("0.1", 200);
    WholeFile.write(folder.resolve("spikes.npz"), out -> NpzFiles.spikes(SPIKES, clock, out));
    WholeFile.write(
        folder.resolve("rates.npz"),
        out -> NpzFiles.rates(RateTable.count(SPIKES, clock, 100), out));
    WholeFile.write(folder.resolve("v_of_E.npz"), out -> NpzFiles.trace(TRACE, out));
    String script =
        """
        import numpy as np
        s = np.load(r'FOLDER/spikes.npz')
        print(sorted(s.files))
        print(s['population'].tolist(), s['neuron'].tolist(), s['step'].tolist(), s['time_ms'].tolist())
        print(s['populations'].tolist() == ['E[V1]', 'E[\\u00c4\\U0001d6fc]', 'P'], s['area'].tolist()[2] == '', s['sizes'].tolist())
        print(s['population'].dtype, s['step'].dtype, s['time_ms'].dtype, s['populations'].dtype)
        r = np.load(r'FOLDER/rates.npz')
        print(r['start_ms'].tolist(), r['end_ms'].tolist(), r['names'].size, r['rates_Hz'].shape, r['rates_Hz'][:, 0].tolist())
        t = np.load(r'FOLDER/v_of_E.npz')
        print(t['values'].tolist(), t['time_ms'].tolist(), t['neurons'].tolist(), t['unit'].item())
        """;
    assertEquals(
        """
        ['area', 'families', 'neuron', 'population', 'populations', 'sizes', 'step', 'time_ms']
        [0, 0, 1, 2] [0, 2, 1, 0] [1, 1, 1, 123] [0.1, 0.1, 0.1, 12.3]
        True True [3, 2, 1]
        int32 int64 float64 <U5
        [0.0, 10.0] [10.0, 20.0] 4 (2, 4) [60.0, 0.0]
        [[-65.0, 1.0], [-64.5, 2.0], [1e-300, 3.0]] [0.0, 0.1, 0.2] ['E[V1][0]', 'E[V1][2]'] mV
        """,
        python(script.replace("FOLDER", folder.toString())));
  }

  /// What the program printed on both streams; a sentence where there is no Python.
  private static String python(String program) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder("python3", "-").redirectErrorStream(true).start();
    } catch (IOException e) {
      return "no python3";
    }
    try (var in = process.getOutputStream()) {
      in.write(program.getBytes(StandardCharsets.UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .replace("\r\n", "\n");
  }
}
