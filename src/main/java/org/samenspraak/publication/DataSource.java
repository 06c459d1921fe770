package org.samenspraak.publication;

import java.util.List;

/** Gives tables of open data; the order of beans is that of the tables on their page. */
interface DataSource {

    List<DataSet> sets();
}
