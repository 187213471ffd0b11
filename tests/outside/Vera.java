import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.w3c.dom.*;

/**
 * Asks veraPDF about many files in one run.
 *
 * Reads lines "profile TAB file" and writes lines "file TAB profile TAB rule TAB times TAB words":
 * one for each rule that is broken, and one of the rule "checked" with the number of checks made.
 * The profiles are read here because the jar has no JAXB, with which veraPDF reads its own.
 */
public class Vera {
    private static final String FOLDER = "org/verapdf/pdfa/validation/";

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        Map<String, ValidationProfile> profiles = new HashMap<>();
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            String[] job = line.split("\t", 2);
            if (!profiles.containsKey(job[0])) {
                profiles.put(job[0], profile(job[0]));
            }
            String head = job[1] + "\t" + job[0] + "\t";
            try {
                look(out, head, job[1], job[0], profiles.get(job[0]));
            } catch (Exception | Error unreadable) {
                out.println(head + "unreadable\t1\t" + plain(unreadable.toString()));
            }
        }
    }

    private static void look(
            PrintStream out, String head, String file, String name, ValidationProfile profile)
            throws Exception {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(Paths.get(file)));
                PDFAParser parser = Foundries.defaultInstance()
                        .createParser(bytes, PDFAFlavour.byFlavourId(name))) {
            PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(profile, 100, false, false, false);
            ValidationResult result = validator.validate(parser);
            Map<RuleId, String> words = new HashMap<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    String where = each.getLocation().getContext();
                    words.putIfAbsent(each.getRuleId(), each.getMessage() + " At " + where);
                }
            }
            for (Map.Entry<RuleId, Integer> each : result.getFailedChecks().entrySet()) {
                RuleId rule = each.getKey();
                out.println(head + rule.getClause() + "-" + rule.getTestNumber() + "\t"
                        + each.getValue() + "\t" + plain(words.getOrDefault(rule, "")));
            }
            out.println(head + "checked\t" + result.getTotalAssertions() + "\t");
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        String file = name.startsWith("ua")
                ? "PDFUA-" + name.substring(2)
                : "PDFA-" + name.toUpperCase(Locale.ROOT);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root;
        try (InputStream xml = Vera.class.getClassLoader()
                .getResourceAsStream(FOLDER + file + ".xml")) {
            root = factory.newDocumentBuilder().parse(xml).getDocumentElement();
        }
        SortedSet<Rule> rules = new TreeSet<>(new Profiles.RuleComparator());
        for (Element each : under(root, "rule")) {
            rules.add(rule(each));
        }
        SortedSet<Variable> variables = new TreeSet<>(Comparator.comparing(Variable::getName));
        for (Element each : under(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                    each.getAttribute("name"),
                    each.getAttribute("object"),
                    text(each, "defaultValue"),
                    text(each, "value")));
        }
        return Profiles.profileFromSortedValues(
                PDFAFlavour.byFlavourId(name),
                Profiles.profileDetailsFromValues(file, file, "veraPDF", new Date(0)),
                "",
                rules,
                variables);
    }

    private static Rule rule(Element each) {
        Element id = under(each, "id").get(0);
        Element error = under(each, "error").get(0);
        List<ErrorArgument> told = new ArrayList<>();
        for (Element one : under(error, "argument")) {
            String named = one.hasAttribute("name") ? one.getAttribute("name") : null;
            told.add(ErrorArgumentImpl.fromValues(one.getTextContent(), named, null));
        }
        Boolean deferred = each.hasAttribute("deferred")
                ? Boolean.valueOf(each.getAttribute("deferred"))
                : null;
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                each.getAttribute("object"),
                deferred,
                each.getAttribute("tags"),
                text(each, "description"),
                text(each, "test"),
                Profiles.errorFromValues(text(error, "message"), told),
                new ArrayList<>());
    }

    private static List<Element> under(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element && name.equals(each.getLocalName())) {
                return each.getTextContent();
            }
        }
        return null;
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
