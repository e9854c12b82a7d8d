package ro.clickphone.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP message as text, read no more than a test needs. */
record SipText(String text) {
    boolean is(String method) {
        return text.startsWith(method + " ");
    }

    /** 0 of a request. */
    int status() {
        return text.startsWith("SIP/2.0 ") ? Integer.parseInt(text.substring(8, 11)) : 0;
    }

    boolean answers(String callId, String cseq) {
        return header("Call-ID").equals(callId) && header("CSeq").equals(cseq);
    }

    /** Empty when there is none. */
    String header(String name) {
        List<String> all = headers(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> headers(String name) {
        List<String> found = new ArrayList<>();
        for (String line : head().split("\r\n")) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                found.add(line.substring(name.length() + 1).trim());
            }
        }
        return found;
    }

    private String head() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }

    String body() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? "" : text.substring(end + 4);
    }

    String tag(String header) {
        Matcher found = Pattern.compile(";tag=([^;>\\s]+)").matcher(header(header));
        return found.find() ? found.group(1) : "";
    }

    String uriOf(String header) {
        Matcher found = Pattern.compile("<([^>]+)>").matcher(header(header));
        return found.find() ? found.group(1) : header(header);
    }

    /** The same request again, or the same answer. */
    boolean isRepeatOf(SipText other) {
        return text.lines().findFirst().equals(other.text.lines().findFirst())
                && header("Via").equals(other.header("Via"))
                && header("CSeq").equals(other.header("CSeq"))
                && header("To").equals(other.header("To"))
                && status() >= 200 == other.status() >= 200
                && (status() == 0 || status() >= 200);
    }

    @Override
    public String toString() {
        return text;
    }
}
