package org.samenspraak.advice;

import java.util.List;
import java.util.Locale;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.forms.OfferedValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms offer before it is known which council writes: the name that stands on the paper is typed. */
@Configuration
class SignersOffered {

    @Bean
    OfferedValues askedChairs(Signers signers) {
        return new OnPaper("advice.chairs", Function.CHAIR, signers);
    }

    @Bean
    OfferedValues askedSecretaries(Signers signers) {
        return new OnPaper("advice.secretaries", Function.SECRETARY, signers);
    }

    @Bean
    OfferedValues signingChairs(Signers signers) {
        return new OnPaper("signing.chairs", Function.CHAIR, signers);
    }

    @Bean
    OfferedValues signingSecretaries(Signers signers) {
        return new OnPaper("signing.secretaries", Function.SECRETARY, signers);
    }

    private record OnPaper(String key, Function function, Signers signers) implements OfferedValues {

        @Override
        public List<Value> values(Locale locale) {
            return List.of(new Value(Signers.NAMED, signers.label(Signers.NAMED, function, locale)));
        }
    }
}
