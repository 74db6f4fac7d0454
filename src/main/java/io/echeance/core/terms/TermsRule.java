package io.echeance.core.terms;

/** The rules of the terms that what we say rests on, by the path of their value in a pack. */
public enum TermsRule {
    BILLING("payment.billing"),
    DUE_DAYS("payment.dueDays"),
    MAX_INSTALMENTS("payment.maxInstalments"),
    DEPOSIT_ALLOWED("payment.depositAllowed"),
    DEPOSIT_PERCENT("payment.depositPercent"),
    AGREEMENT_DEADLINE("funding.agreementDeadline"),
    REFUSED_OR_CUT("funding.refusedOrCut"),
    FILE_FEE("funding.fileFee"),
    INTEREST_OF_PROFESSIONALS("late.interest.PROFESSIONAL"),
    INTEREST_OF_PUBLIC_BUYERS("late.interest.PUBLIC_BUYER"),
    INTEREST_OF_CONSUMERS("late.interest.CONSUMER"),
    RECOVERY_FEE("late.recoveryFee"),
    RECOVERY_FEE_AMOUNT("late.recoveryFee.amount"),
    LADDER("late.ladder"),
    PENALTY_LADDER("late.penaltyLadder"),
    NOTICE_CLOCK("late.noticeClock"),
    ACCELERATION("late.acceleration"),
    ACCESS_SUSPENDED("late.accessSuspendedAfterDays"),
    DOCUMENTS_WITHHELD("late.documentsWithheld"),
    /** Any end that the terms do not speak of by itself. */
    ENDING("ending"),
    CANCELLATION_SCALE("ending.scale"),
    WITHDRAWAL("ending.withdrawal"),
    MONEY_BACK("ending.moneyBack"),
    REFUND_DAYS("ending.refundDays"),
    PERIODS_BEGUN("ending.periodsBegunAreDue"),
    WORK_STUDY("ending.workStudyMonths"),
    STANDING_WATCH("standing.watchFromIncidents"),
    STANDING_PREPAYMENT("standing.prepaymentFromIncidents"),
    STANDING_SURCHARGE("standing.surchargeFromIncidents"),
    STANDING_BLOCK("standing.blockFromIncidents"),
    STANDING_BLOCK_ON_DISPUTE("standing.blockOnDispute"),
    STANDING_LOYALTY("standing.loyaltyAbove"),
    STANDING_CREDIT_LIMITS("standing.creditLimits");

    private final String path;

    TermsRule(String path) {
        this.path = path;
    }

    public static TermsRule interest(Quality debtor) {
        return switch (debtor) {
            case PROFESSIONAL -> INTEREST_OF_PROFESSIONALS;
            case PUBLIC_BUYER -> INTEREST_OF_PUBLIC_BUYERS;
            case CONSUMER -> INTEREST_OF_CONSUMERS;
        };
    }

    /** {@code late.recoveryFee} */
    public String path() {
        return path;
    }
}
