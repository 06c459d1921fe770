package org.samenspraak.forms;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many conditions of which each is within its own bound, and all together take far too long. */
public class SlowForm {

    private static final int FIELDS = 80;

    private SlowForm() {}

    /** @param when in FEEL; otherwise they take no time */
    public static String components(String when) {
        return IntStream.range(0, FIELDS).mapToObj(it -> field(it, when)).collect(Collectors.joining(","));
    }

    private static String field(int number, String when) {
        var list = IntStream.range(0, 200).mapToObj(it -> "1").collect(Collectors.joining(","));
        var slow = "count(for a in [%s] return count(for b in [%s] return a + b)) = %d".formatted(list, list, number);
        return """
                {"type":"textfield","id":"slow%d","key":"slow%1$d","label":"Vraag","properties":{"label_en":"Question"},
                 "conditional":{"hide":"=if %s then %s else false"}}"""
                .formatted(number, when, slow);
    }
}
