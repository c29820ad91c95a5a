package org.coalition.gateway.events;

import org.coalition.defaults.problem.Problem.Fault;

/** Thrown with the fault that makes a query unacceptable. */
final class BadQuery extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    BadQuery(String parameter, String code, String detail) {
        super(detail, null, false, false);
        this.fault = Fault.in(parameter, code, detail);
    }

    Fault fault() {
        return fault;
    }
}
