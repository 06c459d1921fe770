package org.samenspraak.identity;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard in front of every handler. */
@Configuration
class IdentityConfiguration implements WebMvcConfigurer {

    private final PermissionGuard guard;
    private final SignedInParameter signedIn;

    IdentityConfiguration(PermissionGuard guard, SignedInParameter signedIn) {
        this.guard = guard;
        this.signedIn = signedIn;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(signedIn);
    }
}
