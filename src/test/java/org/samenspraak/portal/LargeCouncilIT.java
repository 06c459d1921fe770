package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;

class LargeCouncilIT extends PostgresIT {

    private static final int MEMBERS = 40;

    @Autowired
    private TestRestTemplate http;

    @Test
    void takesTheFormOfACouncilWithManyMembers() {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("_step", "2");
        parts.add("_next", "1");
        parts.add("_rows.members", "" + MEMBERS);
        for (int row = 0; row < MEMBERS; row++) {
            for (var key : new String[] {"name", "address", "email", "phone", "membership", "politician", "sex"}) {
                parts.add("members[" + row + "]." + key, "lid " + row);
            }
        }
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);

        var answer = http.postForEntity("/aanvraag/recognition", new HttpEntity<>(parts, headers), String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody()).contains("members[39].name").contains("lid 39");
    }
}
