import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * java Check: reads the path of a PDF a line, and holds each against PDF/A-3a and PDF/UA-1 while the next ones are still being made. One line per file and
 * profile: file, profile, pass or fail, and how many checks were made, with tabs between; then a line per failed rule that begins with a tab: rule, how often,
 * what it wants, and where it failed first. A file that cannot be validated ends the program with its exception.
 */
public class Check {
  // both in one walk through the objects of a file, which is what takes the time
  private static final List<PDFAFlavour> PROFILES = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    // what the validator knows of a file it keeps per thread
    ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<?>> checks = new ArrayList<>();
    try (BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String path = paths.readLine(); path != null; path = paths.readLine()) {
        String file = path;
        checks.add(threads.submit(() -> { check(file); return null; }));
      }
      for (Future<?> check : checks) check.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void check(String file) throws Exception {
    List<String> lines = new ArrayList<>();
    try (VeraPDFFoundry foundry = Foundries.defaultInstance();
        PDFAParser parser = foundry.createParser(new FileInputStream(file), PROFILES.get(0));
        PDFAValidator validator = foundry.createValidator(PROFILES)) {
      for (ValidationResult result : validator.validateAll(parser)) tell(file, result, lines);
    }
    System.out.println(String.join("\n", lines));
  }

  private static void tell(String file, ValidationResult result, List<String> lines) {
    lines.add(line(file, result.getPDFAFlavour().getId(), result.isCompliant() ? "pass" : "fail", String.valueOf(result.getTotalAssertions())));
    Map<String, TestAssertion> first = new HashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) first.putIfAbsent(name(assertion.getRuleId()), assertion);
    }
    Map<String, Integer> failed = new TreeMap<>();
    result.getFailedChecks().forEach((rule, count) -> failed.put(name(rule), count));
    failed.forEach((rule, count) -> {
      TestAssertion assertion = first.get(rule);
      String wants = assertion == null ? "" : assertion.getMessage();
      String where = assertion == null ? "" : assertion.getLocation().getContext();
      lines.add(line("", rule, String.valueOf(count), wants, where));
    });
  }

  private static String line(String... parts) {
    return String.join("\t", parts).replaceAll("[\r\n]+", " ");
  }

  private static String name(RuleId id) {
    return id.getSpecification().getId() + " " + id.getClause() + "-" + id.getTestNumber();
  }
}
