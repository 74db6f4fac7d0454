package io.echeance.query.http;

import io.echeance.query.command.Postbox;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.Shelves;
import io.echeance.query.worklist.Points;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

/** What answers, once there is something to answer from. */
record Pages(
        Backing backing,
        LastDoor lastDoor,
        OrderPages orders,
        CommandPage commands,
        PaymentPage payments,
        ProposalsPage proposals,
        BankPage bank,
        PersonPages persons,
        RightsPage rights,
        ListPages lists,
        AgeingPage ageing,
        CustomerPages customers,
        CustomerDecisionPage decisions,
        WorklistPage worklist,
        TimelinePage timelines,
        FramesPage frames,
        AuditPage audit,
        MonthPages months,
        MonthClosingPage closings) {

    static Pages of(Backing backing, Limits limits, PeerClient hop, ExecutorService executor) {
        Holdings holdings = backing.holdings();
        Shelves shelves = backing.shelves();
        Postbox postbox = backing.postbox();
        Duration patience = limits.arrival();
        ScatterGather gathering = new ScatterGather(shelves, hop, executor);
        ListPages lists = new ListPages(gathering);
        OrderRouter desk = new OrderRouter(holdings, hop);
        CustomerPost said = new CustomerPost(shelves, postbox);
        DecisionPost decided = new DecisionPost(postbox, patience);
        ReceiptPost received = new ReceiptPost(shelves, hop, postbox, patience);
        CustomerPages customers = new CustomerPages(gathering, lists);
        MonthPages months = new MonthPages(gathering, shelves, holdings, backing.ledgers(), backing.entries());
        return new Pages(
                backing,
                new LastDoor(backing.accesses(), InstantSource.system()),
                new OrderPages(desk, limits),
                new CommandPage(desk, postbox, received, decided, limits, patience),
                new PaymentPage(gathering, shelves, holdings, decided, limits),
                new ProposalsPage(gathering),
                new BankPage(backing.bank(), BankPage.ofFiles(limits)),
                new PersonPages(backing.persons(), limits),
                new RightsPage(said, holdings, limits),
                lists,
                new AgeingPage(gathering),
                customers,
                new CustomerDecisionPage(customers, shelves, said, limits),
                new WorklistPage(gathering, Points.bundled()),
                new TimelinePage(gathering, holdings),
                new FramesPage(gathering, holdings),
                new AuditPage(lists, holdings, backing.audit()),
                months,
                new MonthClosingPage(months, backing.ledgers(), postbox, limits));
    }
}
