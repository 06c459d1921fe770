package org.samenspraak.kernel;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something public that councils may want to hear. It asks nothing of anybody, and names no person. Published in the
 * transaction of the fact; councils that chose such news read it in the mail of the week.
 *
 * @param key two with one key are one
 * @param kind its sentence is the message {@code news.<kind>}, with name and day
 * @param about the council it is about, which needs not be told, or none
 * @param area where it matters, or none for the whole city
 * @param themes what it is about, of those that the office keeps
 * @param path public page where more stands, or none
 */
public record News(
        String key,
        String kind,
        String name,
        @Nullable LocalDate day,
        @Nullable CouncilId about,
        @Nullable AreaId area,
        Set<String> themes,
        @Nullable String path) {}
