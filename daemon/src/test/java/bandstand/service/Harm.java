package bandstand.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What may befall a file. */
enum Harm {
  GONE {
    @Override
    void to(Path file) throws IOException {
      Files.delete(file);
    }
  },
  EMPTY {
    @Override
    void to(Path file) throws IOException {
      Files.write(file, new byte[0]);
    }
  },
  CUT {
    @Override
    void to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
  },
  ONE_BIT {
    @Override
    void to(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 3] ^= 4;
      Files.write(file, bytes);
    }
  },
  ZEROS {
    @Override
    void to(Path file) throws IOException {
      Files.write(file, new byte[(int) Files.size(file)]);
    }
  },
  NO_MAPDB {
    @Override
    void to(Path file) throws IOException {
      Files.writeString(file, "something else altogether");
    }
  };

  abstract void to(Path file) throws IOException;
}
