package dev.rehearsal.report.ci;

import dev.rehearsal.report.ci.CheckOutcome.Kind;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes test cases as XML. Characters that XML 1.0 cannot hold are shown as U+FFFD. */
final class TestSuiteXml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private TestSuiteXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String write(RehearsalReport report, List<TestCase> cases) {
        try {
            TestSuiteXml suite = new TestSuiteXml();
            suite.suite(report, cases);
            suite.xml.close();
            return suite.text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
    }

    private void suite(RehearsalReport report, List<TestCase> cases) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "rehearsal");
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute("failures", count(cases, Kind.FAILURE));
        xml.writeAttribute("errors", count(cases, Kind.ERROR));
        xml.writeAttribute("skipped", count(cases, Kind.SKIPPED));
        xml.writeAttribute("time", seconds(report.durationMs()));
        xml.writeAttribute(
                "timestamp", report.started().truncatedTo(ChronoUnit.SECONDS).toString());
        for (TestCase test : cases) {
            xml.writeCharacters("\n  ");
            test(test);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void test(TestCase test) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", Plain.line(test.className()));
        xml.writeAttribute("name", test.name());
        xml.writeAttribute("time", seconds(test.milliseconds()));
        switch (test.outcome().kind()) {
            case FAILURE -> outcome("failure", test.outcome());
            case ERROR -> outcome("error", test.outcome());
            case SKIPPED -> skipped(test.outcome());
            case PASSED -> remarks(test.outcome());
        }
        xml.writeEndElement();
    }

    private void outcome(String element, CheckOutcome outcome) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", Plain.line(outcome.summary()));
        xml.writeAttribute(
                "type",
                outcome.findings().isEmpty()
                        ? "not-measured"
                        : Plain.line(outcome.findings().get(0).rule()));
        xml.writeCharacters(text(outcome));
        xml.writeEndElement();
    }

    private void skipped(CheckOutcome outcome) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", Plain.line(outcome.summary()));
        if (!outcome.findings().isEmpty()) {
            remarks(outcome);
        }
    }

    private void remarks(CheckOutcome outcome) throws XMLStreamException {
        if (!outcome.findings().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(text(outcome));
            xml.writeEndElement();
        }
    }

    private static String text(CheckOutcome outcome) {
        String findings = outcome.findings().stream().map(TestSuiteXml::text).collect(Collectors.joining("\n"));
        return Plain.withoutCommands(findings.isEmpty() ? Plain.line(outcome.summary()) : findings);
    }

    private static String text(Finding f) {
        String place = f.file() == null ? "" : " at " + f.file() + (f.line() > 0 ? ":" + f.line() : "");
        return Plain.line(f.severity().name().toLowerCase(Locale.ROOT) + " " + f.rule() + place) + "\n"
                + String.join("\n", Plain.lines(f.message())) + "\n"
                + String.join("\n", Plain.lines(f.remedy()));
    }

    private static String count(List<TestCase> cases, Kind kind) {
        return Long.toString(cases.stream().filter(c -> c.is(kind)).count());
    }

    private static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.3f", ms / 1000);
    }
}
