package bandstand.http;

import bandstand.service.Histogram;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures in the text format of Prometheus, version 0.0.4; every name begins with the product's.
 */
final class Exposition {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String PREFIX = "bandstand_";

  private final StringBuilder text = new StringBuilder();

  /** Begins a family; its samples follow. */
  Exposition family(String name, String type, String help) {
    text.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n');
    return this;
  }

  /** One family of one sample. */
  Exposition gauge(String name, String help, Number value) {
    return family(name, "gauge", help).sample(name, Map.of(), value);
  }

  /** One family of one sample that only grows. */
  Exposition counter(String name, String help, Number value) {
    return family(name, "counter", help).sample(name, Map.of(), value);
  }

  Exposition sample(String name, Map<String, String> labels, Number value) {
    text.append(PREFIX).append(name);
    if (!labels.isEmpty()) {
      text.append('{');
      String comma = "";
      for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
        text.append(comma).append(label.getKey()).append("=\"").append(escaped(label.getValue()));
        text.append('"');
        comma = ",";
      }
      text.append('}');
    }
    text.append(' ').append(number(value)).append('\n');
    return this;
  }

  /** The samples of one histogram of a family. */
  Exposition histogram(String name, Map<String, String> labels, Histogram histogram) {
    List<Long> upTo = histogram.upTo();
    for (int i = 0; i < upTo.size(); i++) {
      Map<String, String> more = new TreeMap<>(labels);
      boolean last = i == histogram.bounds().size();
      more.put("le", last ? "+Inf" : number(histogram.bounds().get(i)));
      sample(name + "_bucket", more, upTo.get(i));
    }
    sample(name + "_sum", labels, histogram.sum());
    return sample(name + "_count", labels, upTo.getLast());
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(Number value) {
    return value instanceof Double fraction && fraction == Math.rint(fraction)
        ? Long.toString(fraction.longValue())
        : value.toString();
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
