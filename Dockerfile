# The production image. No embedded database: say where PostgreSQL is with SPRING_DATASOURCE_URL.

FROM maven:3.9-eclipse-temurin-21 AS build
COPY --from=node:22-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:22-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn -B -q dependency:go-offline
COPY src src
COPY processes processes
COPY forms forms
COPY letters letters
RUN mvn -B -q package -Dmaven.test.skip=true \
    && java -Djarmode=tools -jar target/samenspraak-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:21-jre
RUN groupadd --system samenspraak && useradd --system --gid samenspraak --home-dir /app samenspraak
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER samenspraak
ENV TZ=UTC
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://localhost:8080/actuator/health/readiness"]
ENTRYPOINT ["java", "-Duser.timezone=UTC", "-XX:MaxRAMPercentage=75", "org.springframework.boot.loader.launch.JarLauncher"]
