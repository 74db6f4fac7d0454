<#-- What the file NOTICE is made of: ./mvnw -q -Pnotice -->
<#assign grouped = {}/>
Échéance
Copyright 2026 the authors of Échéance

Licensed under the Apache License, Version 2.0: see LICENSE.

This product is distributed with the libraries below, unmodified, each under its own licence (where there are several, at your
choice). Their texts are in the jars or at the addresses that the jars name. Two of them are here for their fonts alone, which are
embedded in the pages that are written: Liberation Sans (openpdf-fonts-extra; SIL Open Font License 1.1) and DejaVu Sans
(jasperreports-fonts; Bitstream Vera and Arev licences, public domain changes). LGPL libraries are separate jars that may be replaced.

The demo also starts the Apicurio Registry (apicurio-registry-app, Apache License 2.0) as a program of its own; its distribution
carries the licences of what it is made of.

Made from the runtime class path by ./mvnw -q -Pnotice; NoticeIT holds it against the libraries that are distributed.

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licenses = entry.getValue()/>
${project.groupId}:${project.artifactId}:${project.version} (<#list licenses as license>${license}<#sep>; </#list>)
</#list>
