package org.samenspraak.demo;

import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Takes every mail of a demo that has no mail server and brings it to nobody: it can be read among the messages. Without it
 * nobody would ever count as told, and nothing would become public.
 */
@Component
@Profile("demo")
@ConditionalOnExpression("'${spring.mail.host:}'.isEmpty()")
class DemoPost extends JavaMailSenderImpl {

    @Override
    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
        // read in the office itself
    }
}
