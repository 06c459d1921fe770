package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.samenspraak.correspondence.NewsReaders;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.identity.OpenToAll;
import org.samenspraak.web.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Behind the link in the news of the week: no more of it, or again. Opening the page changes nothing. */
@Controller
@RequestMapping("/v/nieuws/{token}")
class NewsPages {

    private final NewsReaders readers;
    private final Throttle throttle;

    NewsPages(NewsReaders readers, Throttle throttle) {
        this.readers = readers;
        this.throttle = throttle;
    }

    @OpenToAll(because = PromptPages.LINK)
    @GetMapping
    String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        var address = request.getRemoteAddr();
        if (throttle.isSpent("guess", address, Links.GUESSES, Links.WINDOW)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var news = readers.open(token);
        model.addAttribute("token", token);
        if (news.isEmpty()) {
            throttle.take("guess", address, Links.GUESSES, Links.WINDOW);
            return PromptPages.closed(new Opening.Unknown(), model, response);
        }
        model.addAttribute("news", news.get());
        return "portal/news";
    }

    @OpenToAll(because = PromptPages.LINK)
    @PostMapping("/stop")
    String stop(@PathVariable String token) {
        readers.stop(token);
        return "redirect:/v/nieuws/{token}";
    }

    @OpenToAll(because = PromptPages.LINK)
    @PostMapping("/verder")
    String goOn(@PathVariable String token) {
        readers.goOn(token);
        return "redirect:/v/nieuws/{token}";
    }
}
