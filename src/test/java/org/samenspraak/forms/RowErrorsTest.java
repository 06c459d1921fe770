package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.samenspraak.forms.FormsHouse.field;

import org.junit.jupiter.api.Test;

class RowErrorsTest {

    private final FormsHouse house = new FormsHouse();

    @Test
    void saysWhichRowIsWrong() {
        var form = house.form(
                "{'type':'dynamiclist','id':'l','path':'members','properties':{'item':'Lid','item_en':'Member'},'components':["
                        + field("textfield", "'key':'name','label':'Naam','validate':{'required':true}") + ","
                        + "{'type':'dynamiclist','id':'m','path':'roles','label':'Functie','components':["
                        + field("textfield", "'key':'role','label':'Welke','validate':{'required':true}") + "]}]}");

        var judged = house.judge(
                form,
                "_rows.members=2",
                "members[0].name=An",
                "_rows.members[0].roles=0",
                "members[1].name=",
                "_rows.members[1].roles=1",
                "members[1].roles[0].role=");

        assertThat(judged.errors())
                .extracting(Forms.FieldError::path, Forms.FieldError::label)
                .containsExactly(
                        tuple("members[1].name", "Lid 2, Naam"),
                        tuple("members[1].roles[0].role", "Lid 2, Functie 1, Welke"));
    }
}
