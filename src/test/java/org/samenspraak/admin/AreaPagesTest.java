package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class AreaPagesTest extends PostgresIT {

    @Autowired
    private Areas areas;

    @Test
    void addsAnAreaInsideAnother() throws Exception {
        var city = areas.add("Hasselt", null, Actor.SYSTEM);

        mvc.perform(send("").param("name", "Kuringen").param("within", city.toString()))
                .andExpect(redirectedUrl("/beheer/gebieden"));

        mvc.perform(get("/beheer/gebieden").with(role("administrator")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hasselt › Kuringen")));
    }

    @Test
    void saysNextToTheFieldThatTheNameIsTaken() throws Exception {
        areas.add("Runkst", null, Actor.SYSTEM);

        mvc.perform(send("").param("name", "runkst").param("within", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"name-error\"")))
                .andExpect(content().string(containsString("value=\"runkst\"")));
        mvc.perform(send("").param("within", "")).andExpect(status().isUnprocessableEntity());
        mvc.perform(send("").param("name", "A".repeat(121))).andExpect(status().isUnprocessableEntity());
        mvc.perform(send("").param("name", "A\nB")).andExpect(status().isUnprocessableEntity());
        assertThat(areas.all()).hasSize(1);
    }

    @Test
    void leavesOutWhatNoKeyboardGives() throws Exception {
        mvc.perform(send("").param("name", "Run\0kst")).andExpect(redirectedUrl("/beheer/gebieden"));

        assertThat(areas.all()).extracting(Area::name).containsExactly("Runkst");
    }

    @Test
    void refusesAnAreaInsideItself() throws Exception {
        var city = areas.add("Hasselt", null, Actor.SYSTEM);

        mvc.perform(send("/" + city)
                        .param("name", "Hasselt")
                        .param("within", city.toString())
                        .param("version", "0"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"within-error\"")));
    }

    @Test
    void showsBothNamesWhenSomebodyElseChangedTheArea() throws Exception {
        var area = areas.add("Runkst", null, Actor.SYSTEM);
        areas.change(area, "Runkst-Noord", null, 0, Actor.SYSTEM);

        mvc.perform(send("/" + area)
                        .param("name", "Runkst-Zuid")
                        .param("within", "")
                        .param("version", "0"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("De naam is nu: Runkst-Noord")))
                .andExpect(content().string(containsString("value=\"Runkst-Zuid\"")));
        mvc.perform(send("/" + area)
                        .param("name", "Runkst-Zuid")
                        .param("within", "")
                        .param("version", "1"))
                .andExpect(redirectedUrl("/beheer/gebieden"));
        assertThat(areas.all()).extracting(Area::name).containsExactly("Runkst-Zuid");
    }

    @Test
    void letsOnlyAdministratorsIn() throws Exception {
        areas.add("Hasselt", null, Actor.SYSTEM);
        mvc.perform(get("/beheer/gebieden").with(role("auditor")))
                .andExpect(content().string(containsString("Hasselt")))
                .andExpect(content().string(not(containsString("action=\"/beheer/gebieden"))));
        mvc.perform(get("/beheer/gebieden").with(role("finance"))).andExpect(status().isForbidden());
        mvc.perform(post("/beheer/gebieden").with(role("auditor")).with(csrf()).param("name", "Runkst"))
                .andExpect(status().isForbidden());
    }

    @Test
    void linksWhatSomebodyMayOpen() throws Exception {
        mvc.perform(get("/beheer").with(role("administrator")))
                .andExpect(content().string(containsString("/beheer/mensen")));
        mvc.perform(get("/beheer").with(role("participation-office")))
                .andExpect(content().string(containsString("/beheer/berichten")))
                .andExpect(content().string(not(containsString("/beheer/mensen"))));
        mvc.perform(get("/beheer").with(role("finance"))).andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder send(String path) {
        return post("/beheer/gebieden" + path).with(role("administrator")).with(csrf());
    }
}
