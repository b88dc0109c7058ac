import java.io.FileInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
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
 * java Check file.pdf …: holds each file against PDF/A-3a and PDF/UA-1. One line per file and profile: file, profile, pass or fail, and how many checks were
 * made, with tabs between; then a line per failed rule that begins with a tab: rule, how often, what it wants, and where it failed first.
 */
public class Check {
  private static final PDFAFlavour[] PROFILES = {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1};

  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      for (PDFAFlavour profile : PROFILES) check(file, profile);
    }
  }

  private static void check(String file, PDFAFlavour profile) throws Exception {
    try (VeraPDFFoundry foundry = Foundries.defaultInstance();
        PDFAParser parser = foundry.createParser(new FileInputStream(file), profile);
        PDFAValidator validator = foundry.createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      say(file, profile.getId(), result.isCompliant() ? "pass" : "fail", String.valueOf(result.getTotalAssertions()));
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
        say("", rule, String.valueOf(count), wants, where);
      });
    }
  }

  private static void say(String... parts) {
    System.out.println(String.join("\t", parts).replaceAll("[\r\n]+", " "));
  }

  private static String name(RuleId id) {
    return id.getSpecification().getId() + " " + id.getClause() + "-" + id.getTestNumber();
  }
}
