package org.samenspraak.web;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Keeps the language of a reader in every link to the public side. */
@Component
class PublicLinks extends StandardLinkBuilder {

    PublicLinks(SpringTemplateEngine pages) {
        pages.setLinkBuilder(this);
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        var processed = super.processLink(context, link);
        return PublicSide.isOf(processed) && context.getLocale().getLanguage().equals("en")
                ? PublicSide.in(processed, "en")
                : processed;
    }
}
