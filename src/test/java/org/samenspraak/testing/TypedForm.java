package org.samenspraak.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Answers as a browser sends them. */
public final class TypedForm {

    private TypedForm() {}

    public static MultiValueMap<String, String> of(Map<String, Object> answers) {
        var sent = new LinkedMultiValueMap<String, String>();
        answers.forEach((name, value) -> flatten(sent, name, value));
        return sent;
    }

    private static void flatten(MultiValueMap<String, String> sent, String name, Object value) {
        if (value instanceof List<?> rows && rows.stream().allMatch(Map.class::isInstance)) {
            sent.add("_rows." + name, "" + rows.size());
            for (int row = 0; row < rows.size(); row++) {
                var path = name + "[" + row + "].";
                ((Map<?, ?>) rows.get(row)).forEach((key, part) -> flatten(sent, path + key, part));
            }
        } else if (value instanceof Set<?> chosen) {
            chosen.forEach(one -> sent.add(name, one.toString()));
        } else {
            sent.add(name, value.toString());
        }
    }
}
