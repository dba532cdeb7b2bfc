import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;

/** Decodes Avro bodies, one in hex per line of standard input, with the schema in the file named first; prints JSON. */
class Decode {
    public static void main(String[] args) throws Exception {
        var schema = new Schema.Parser().parse(Files.readString(Path.of(args[0])));
        var reader = new GenericDatumReader<Object>(schema);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line; (line = lines.readLine()) != null; ) {
            var bytes = HexFormat.of().parseHex(line);
            out.println(reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
        }
    }
}
