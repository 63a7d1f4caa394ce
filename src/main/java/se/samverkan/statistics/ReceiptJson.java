package se.samverkan.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Receipt.Line;

/** A receipt as the API and the command line print it, its sentences in the reader's language. */
public final class ReceiptJson {

    private static final List<String> COUNTS =
            List.of("rows", "read", "added", "revised", "unchanged", "units", "municipalities", "errors");

    private ReceiptJson() {}

    public static Map<String, Object> of(Receipt receipt, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", receipt.id());
        json.put("at", receipt.at());
        json.put("import", receipt.importId());
        json.put("file", receipt.fileName());
        json.put("size", receipt.fileSize());
        json.put("checksum", receipt.checksum());
        json.put("dryRun", receipt.dryRun());
        json.put("outcome", receipt.outcome());
        json.put("message", words.text("import.outcome." + receipt.outcome()));
        Map<String, String> understood = new LinkedHashMap<>(receipt.understood());
        understood.keySet().removeAll(COUNTS);
        json.put("understood", understood);
        Map<String, Integer> counts = new LinkedHashMap<>();
        COUNTS.forEach(name -> counts.put(name, receipt.count(name)));
        json.put("counts", counts);
        json.put("lines", receipt.lines().stream().map(line -> of(line, words)).toList());
        return json;
    }

    private static Map<String, Object> of(Line line, Words words) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("row", line.row());
        json.put("column", line.field());
        json.put("value", line.value());
        json.put("rule", line.rule());
        json.put("severity", line.severity());
        json.put("message", words.text(line.key(), line.details().toArray()));
        return json;
    }
}
