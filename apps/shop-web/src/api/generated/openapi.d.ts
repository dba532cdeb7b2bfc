// Made from docs/openapi.json by `npm run generate -w @offset-zero/shop-web`.
export interface paths {
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records of the topics as they are committed, as server-sent events
         * @description Events: `record`, `ready` (what follows is live), `reset` (there is a gap: fetch everything again), `state` (whether Kafka answers). Shoppers see products, stock and their own orders, clerks also every order and customer, operators every topic. The stream ends when the token does; it is continued without a gap by the id of its last event.
         */
        get: operations["followLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-pages/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order, its customer and the stock of its products */
        get: operations["getOrderPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All customers, oldest first */
        get: operations["listCustomers"];
        put?: never;
        /** Registers a customer */
        post: operations["registerCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer */
        get: operations["getCustomer"];
        /**
         * Replaces what is known of a customer
         * @description Needs the ETag that was read. Replacing by the same makes no new version.
         */
        put: operations["replaceCustomer"];
        post?: never;
        /**
         * Deletes a customer
         * @description He is erased everywhere: from the views of other services too.
         */
        delete: operations["deleteCustomer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/{service}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what here, the latest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/{service}/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that could not be handled */
        get: operations["listParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/{service}/parked/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives up a parked message, or those of a key
         * @description The bytes and the reason are kept.
         */
        post: operations["discardParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/{service}/parked/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handles parked messages again
         * @description Of a subscription, of a key, or one message.
         */
        post: operations["redriveParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/{service}/parked/{subscription}/{partition}/{offset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One parked message, bytes and failures */
        get: operations["inspectParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/{service}/republish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the comparison goes, or how it ended */
        get: operations["getRepublish"];
        put?: never;
        /**
         * Compares tables with topics, and repairs what differs
         * @description How it goes is told by GET, by this same instance.
         */
        post: operations["beginRepublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/{service}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far this service has read */
        get: operations["listSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ops/{service}/subscriptions/{name}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a subscription again from another place */
        post: operations["resetSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue, in the order of the ids */
        get: operations["listProducts"];
        put?: never;
        /** Adds a product to the catalogue */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product */
        get: operations["getProduct"];
        /**
         * Replaces a product, price included
         * @description Needs the ETag that was read. Orders keep the price they were placed at.
         */
        put: operations["replaceProduct"];
        post?: never;
        /** Takes a product out of the catalogue */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is there of several products */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is there of a product */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/{productId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goods came in
         * @description The answer is what there is now.
         */
        post: operations["receiveStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, newest first
         * @description A shopper gets his own.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Places an order
         * @description Answered before anybody has looked at the stock: ask for the order with `Prefer: wait=10`.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An order
         * @description With `Prefer: wait=10` the answer waits until the order is no longer PLACED.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels an order
         * @description Cancelling again changes nothing.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer-search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by what is remembered of them, best first; typing errors and accents forgiven */
        get: operations["searchCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-hub/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much flows where, and what waits */
        get: operations["getFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-hub/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lag, outboxes and rates of the last minutes */
        get: operations["getFlowHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-hub/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who publishes and reads what, and whether it is there */
        get: operations["getEventMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-hub/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every schema of the topics, in all its versions */
        get: operations["listSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-hub/topics/{topic}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies in a topic, decoded */
        get: operations["listTopicRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/order-traces/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every command, event and value that an order has set off */
        get: operations["traceOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LiveRecord: {
            /** @example order */
            topic: string;
            partition: number;
            /** @example 123 */
            offset: string;
            /**
             * Format: date-time
             * @description null: no date can hold it
             */
            time: string | null;
            /**
             * @description null: a tombstone, or undecodable
             * @example Order
             */
            type: string | null;
            key: string | null;
            /** @description As the schema of the topic says; null: the key is no more, or undecodable */
            value: {
                [key: string]: unknown;
            } | null;
            headers: {
                [key: string]: string;
            };
            /** @description Shown to operators only */
            undecodable?: components["schemas"]["LiveUndecodable"];
        };
        LiveUndecodable: {
            /** @example unknown-schema-id */
            code: string;
            detail: string;
            /**
             * Format: byte
             * @description The first 4 kB
             */
            bytes: string;
        };
        MissingPart: {
            /** @enum {string} */
            part: "customer" | "stock";
            /** @example service-unavailable */
            code: string;
        };
        OrderView: {
            /** @description As order-service gives it */
            order: {
                [key: string]: unknown;
            };
            customer: {
                [key: string]: unknown;
            } | null;
            stock: {
                [key: string]: unknown;
            }[];
            /** @description What could not be had; empty when the page is whole */
            missing: components["schemas"]["MissingPart"][];
        };
        /** @description RFC 9457. `code` is stable; decide by it. */
        Problem: {
            /**
             * Format: uri-reference
             * @example /problems/validation-failed
             */
            type: string;
            /** @example The request breaks a rule stated in the API documentation */
            title: string;
            /** @example 400 */
            status: number;
            /** @description What there is to say of this very request */
            detail?: string;
            /**
             * @description The path that was asked
             * @example /customers
             */
            instance: string;
            /**
             * @example validation-failed
             * @enum {string}
             */
            code: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header" | "invalid-cursor" | "duplicate-product" | "unauthenticated" | "forbidden" | "route-not-found" | "method-not-allowed" | "request-timeout" | "body-too-large" | "url-too-long" | "unsupported-media-type" | "headers-too-large" | "customer-not-found" | "product-not-found" | "order-not-found" | "topic-not-found" | "subscription-not-found" | "partition-not-found" | "message-not-parked" | "customer-exists" | "product-exists" | "price-changed" | "order-not-cancellable" | "not-first-of-key" | "messages-parked" | "offset-not-in-log" | "republish-running" | "request-in-progress" | "version-conflict" | "if-match-required" | "unknown-customer" | "unknown-product" | "mixed-currencies" | "amount-too-large" | "reset-to-beginning-only" | "topic-not-owned" | "idempotency-key-reused" | "too-many-requests" | "internal-error" | "answer-lost" | "service-unavailable" | "database-unavailable" | "kafka-unavailable" | "registry-unavailable" | "identity-unavailable" | "service-starting" | "service-stopping" | "live-full" | "view-not-ready" | "service-timeout" | "view-behind";
            /**
             * @description Leads to the log
             * @example 0af7651916cd43dd8448eb211c80319c
             */
            traceId: string;
            /** @description Of `version-conflict`: the version as it is now */
            currentVersion?: number;
            /** @description Of what the gateway answers: the service that it asked */
            service?: string;
            /** @description Of `view-behind`: messages that are not applied yet */
            lag?: number;
            errors?: {
                /** @description JSON pointer into the body */
                pointer?: string;
                parameter?: string;
                code: string;
                message: string;
            }[];
        };
        Address: {
            /** @example Rathausplatz 2 */
            street: string;
            /** @example 3600 */
            postalCode: string;
            /** @example Thun */
            city: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example CH
             */
            country: string;
        };
        AuditEntry: {
            id: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            what: "redrive" | "discard" | "reset";
            who: string;
            reason?: string;
            subscription: string;
            topic: string;
            partition: number;
            key: string | null;
            /** @description Of a reset: from where to where */
            offsets: number[];
            /** @enum {string} */
            outcome: "handled" | "superseded" | "failed" | "discarded" | "moved";
            error?: string;
        };
        AuditPage: {
            /** @description The latest first */
            items: components["schemas"]["AuditEntry"][];
            /** @description Pass as `after` to read on */
            next?: string;
        };
        BeyondRepair: {
            topic: string;
            /** @enum {string} */
            kind: "events" | "commands";
            /** @description Offsets between its ends */
            offsets: number;
        };
        Customer: {
            /** @example Klara */
            firstName: string;
            /** @example Vorbild */
            lastName: string;
            /** @example klara.vorbild@example.ch */
            email: string;
            /**
             * @example B
             * @enum {string}
             */
            category: "A" | "B" | "C";
            address: components["schemas"]["Address"];
            /**
             * Format: uuid
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            customerId: string;
            /** @example 1 */
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-21T09:39:45.087Z
             */
            registeredAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:39:45.087Z
             */
            updatedAt: string;
        };
        CustomerInput: {
            /** @example Klara */
            firstName: string;
            /** @example Vorbild */
            lastName: string;
            /** @example klara.vorbild@example.ch */
            email: string;
            /**
             * @example B
             * @enum {string}
             */
            category: "A" | "B" | "C";
            address: components["schemas"]["Address"];
            /** @description May be sent back as it was read, and is ignored */
            customerId?: unknown;
            /** @description May be sent back as it was read, and is ignored */
            version?: unknown;
            /** @description May be sent back as it was read, and is ignored */
            registeredAt?: unknown;
            /** @description May be sent back as it was read, and is ignored */
            updatedAt?: unknown;
        };
        CustomerPage: {
            items: components["schemas"]["Customer"][];
            /** @description Pass as `after` to read on; absent at the end */
            next?: string;
        };
        Discard: {
            /** @example stock-commands */
            subscription: string;
            /**
             * @description The key as text; empty for messages that have none
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            key?: string;
            /** Format: int64 */
            partition?: number;
            /**
             * Format: int64
             * @description Of one message. Needs a partition, and no key
             */
            offset?: number;
            /**
             * @description Why; it is kept with the bytes
             * @example Written by a test
             */
            reason: string;
        };
        DiscardAnswer: {
            discarded: number;
            /** @description Messages of the key that still are parked */
            left: number;
        };
        Move: {
            partition: number;
            from: number;
            to: number;
            /** @description Messages that are handled again, at most */
            again: number;
            /** @description Messages that are never handled, at most */
            skipped: number;
        };
        ParkedDetail: {
            subscription: string;
            topic: string;
            partition: number;
            offset: number;
            key: string | null;
            /** @enum {string} */
            state: "parked" | "waiting";
            /** @example handler-failed */
            code: string;
            error: string;
            /** @description What it waits for */
            waitsFor?: string;
            /** Format: date-time */
            parkedAt: string;
            /** @description When it was written to the log, ms since 1970 */
            time: number;
            /** @description Length of its value */
            bytes: number;
            /** @description How often it has failed */
            tries: number;
            /** @description As text, or {"base64": …} */
            headers: Record<string, never>;
            /** Format: byte */
            keyBytes: string | null;
            /** Format: byte */
            valueBytes: string | null;
            /** @description Record and value in the schema of this service, or why there is none */
            decoded: Record<string, never>;
            /** @description Every failure, with its time */
            history: Record<string, never>[];
        };
        ParkedMessage: {
            subscription: string;
            topic: string;
            partition: number;
            offset: number;
            key: string | null;
            /** @enum {string} */
            state: "parked" | "waiting";
            /** @example handler-failed */
            code: string;
            error: string;
            /** @description What it waits for */
            waitsFor?: string;
            /** Format: date-time */
            parkedAt: string;
            /** @description When it was written to the log, ms since 1970 */
            time: number;
            /** @description Length of its value */
            bytes: number;
            /** @description How often it has failed */
            tries: number;
        };
        ParkedPage: {
            items: components["schemas"]["ParkedMessage"][];
            /** @description Pass as `after` to read on */
            next?: string;
        };
        PartitionProgress: {
            partition: number;
            /** @description The next offset to handle */
            next: number;
            /** @description Where the log ended when last asked */
            end: number;
            /** @description What comes next was handled before a reset, and publishes nothing */
            replaying: boolean;
        };
        Redrive: {
            /** @example stock-commands */
            subscription: string;
            /**
             * @description The key as text; empty for messages that have none
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            key?: string;
            /** Format: int64 */
            partition?: number;
            /**
             * Format: int64
             * @description Of one message. Needs a partition, and no key
             */
            offset?: number;
        };
        RedriveAnswer: {
            /** @description No longer parked */
            handled: number;
            /** @description Keys that failed again */
            failed: number;
            /** @description Messages that still are parked */
            left: number;
        };
        RepublishExample: {
            key: string;
            /**
             * @description `missing-in-log`: the owner has a value, the log has nothing; `log-behind`: the log's last version is older than the owner's; `value-differs`: the same version, another value; `log-ahead`: the log has had this version or a newer one with another value: a restored backup; `unknown-to-owner`: the log has a value, the owner has never heard of it: made after the backup; `deleted-in-log`: the log has a tombstone, the owner a value: deleted after the backup; `deleted-by-owner`: the owner has deleted it, the log has a value; `deletion-forgotten`: both say deleted, but the owner would count again from a version that the log has had
             * @enum {string}
             */
            kind: "missing-in-log" | "log-behind" | "value-differs" | "log-ahead" | "unknown-to-owner" | "deleted-in-log" | "deleted-by-owner" | "deletion-forgotten";
            logVersion: number | null;
            ownerVersion: number | null;
            /** @description After the repair */
            version: number;
            /** @description False when only the owner has something to learn */
            publish: boolean;
        };
        RepublishReport: {
            topic: string;
            /** @enum {string} */
            step: "reading the log" | "walking the table" | "settling differences" | "done";
            recordsRead: number;
            /** @description Keys that the table has */
            compared: number;
            /** @description Keys that differ */
            differing: number;
            /** @description By kind */
            counts: {
                [key: string]: number;
            };
            /** @description The first ten of each kind */
            examples: components["schemas"]["RepublishExample"][];
            /** @description Keys whose repair was seen in the log */
            repaired: number;
            /** @description Keys that could not be compared, or whose repair is not in the log yet */
            inMotion: number;
        };
        RepublishRequest: {
            /** @description This topic only */
            topic?: string | null;
            /**
             * @description Compares, and changes nothing
             * @default false
             * @example true
             */
            dryRun: boolean | null;
        };
        RepublishRun: {
            /** @enum {string} */
            state: "never" | "running" | "done" | "failed";
            dryRun: boolean;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** @description Why it failed */
            error?: string;
            topics: components["schemas"]["RepublishReport"][];
            /** @description What happened once: no table can tell it again */
            notComparable: components["schemas"]["BeyondRepair"][];
        };
        Reset: {
            /**
             * @description Where to go on reading: each partition at this offset, or at its first message of this time or later
             * @example beginning
             */
            to: ("beginning" | "end") | {
                offset: number;
            } | {
                /** Format: date-time */
                time: string;
            };
            /**
             * Format: int64
             * @description This partition only
             */
            partition?: number;
            /**
             * @description Tells what it would do, and does nothing
             * @default false
             * @example true
             */
            dryRun: boolean | null;
        };
        ResetAnswer: {
            subscription: string;
            topic: string;
            /** @description A view: it is built anew, and its rows serve on meanwhile */
            rebuild: boolean;
            dryRun: boolean;
            moves: components["schemas"]["Move"][];
        };
        Subscription: {
            name: string;
            topic: string;
            /** @description Its consumer group */
            group: string;
            /** @enum {string} */
            state: "starting" | "running" | "waiting" | "stopped";
            /** @description Why it has stopped */
            code?: string;
            /** @description What it waits for or stopped at */
            error?: string;
            /** @description Messages it is behind, at most */
            lag: number;
            /** @description How old the oldest message that waits is at most */
            behindMs: number;
            /** @description Messages that could not be handled, and those behind them */
            parked: number;
            /** @description Messages that wait for data which has not arrived */
            waiting: number;
            partitions: components["schemas"]["PartitionProgress"][];
        };
        SubscriptionList: {
            items: components["schemas"]["Subscription"][];
        };
        Money: {
            /**
             * Format: int64
             * @example 1250
             */
            amountMinor: number;
            /**
             * @description ISO 4217
             * @example CHF
             */
            currency: string;
        };
        NewProduct: {
            /** @example Swiss army knife */
            name: string;
            /** @example Twelve blades */
            description: string;
            /** @example Tools */
            category: string;
            price: components["schemas"]["Money"];
            /** @description May be sent back as it was read, and is ignored */
            version?: unknown;
            /**
             * @description An id of your own; without one it gets a UUID
             * @example knife
             */
            productId?: string | null;
        };
        Product: {
            /** @example Swiss army knife */
            name: string;
            /** @example Twelve blades */
            description: string;
            /** @example Tools */
            category: string;
            price: components["schemas"]["Money"];
            /** @example 1 */
            version: number;
            /** @example knife */
            productId: string;
        };
        ProductInput: {
            /** @example Swiss army knife */
            name: string;
            /** @example Twelve blades */
            description: string;
            /** @example Tools */
            category: string;
            price: components["schemas"]["Money"];
            /** @description May be sent back as it was read, and is ignored */
            version?: unknown;
            /** @description May be sent back as it was read, and is ignored */
            productId?: unknown;
        };
        ProductPage: {
            items: components["schemas"]["Product"][];
            /** @description Pass as `after` to read on; absent at the end */
            next?: string;
        };
        Receipt: {
            /**
             * Format: int64
             * @description Pieces that came in
             * @example 10
             */
            quantity: number;
        };
        Stock: {
            /** @example knife */
            productId: string;
            /**
             * @description The sum of all receipts
             * @example 10
             */
            onHand: number;
            /**
             * @description Promised to orders
             * @example 3
             */
            reserved: number;
            /**
             * @description What can still be promised
             * @example 7
             */
            available: number;
        };
        StockList: {
            /** @description In the order asked for; unknown products are left out */
            items: components["schemas"]["Stock"][];
        };
        NewOrder: {
            /**
             * Format: uuid
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            customerId: string;
            /** @description Each product once */
            lines: components["schemas"]["OrderLineInput"][];
            /**
             * @description What the customer was shown; any other total is refused
             * @example {
             *       "amountMinor": 2500,
             *       "currency": "CHF"
             *     }
             */
            expectedTotal?: components["schemas"]["Money"] | null;
        };
        Order: {
            /**
             * Format: uuid
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            orderId: string;
            /** @example 2 */
            version: number;
            /**
             * @example CONFIRMED
             * @enum {string}
             */
            status: "PLACED" | "CONFIRMED" | "REJECTED" | "CANCELLED";
            /**
             * @description Why it was rejected
             * @example null
             */
            reason: string | null;
            /**
             * Format: uuid
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            customerId: string;
            /** @description Null after deletion */
            customer: components["schemas"]["OrderCustomer"] | null;
            lines: components["schemas"]["OrderLine"][];
            /**
             * @example {
             *       "amountMinor": 2500,
             *       "currency": "CHF"
             *     }
             */
            total: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @example 2026-11-21T09:39:45.087Z
             */
            placedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:39:45.087Z
             */
            updatedAt: string;
        };
        OrderAddress: {
            /** @example Chaumonweg 108 */
            street: string;
            /** @example 3095 */
            postalCode: string;
            /** @example Spiegel */
            city: string;
            /** @example CH */
            country: string;
        };
        OrderCustomer: {
            /**
             * Format: uuid
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            customerId: string;
            /** @example Peter Muster */
            name: string;
            /** @example A */
            category: string;
            address: components["schemas"]["OrderAddress"];
        };
        OrderLine: {
            /** @example knife */
            productId: string;
            /**
             * Format: int64
             * @example 2
             */
            quantity: number;
            /**
             * @description As it was when the order was placed
             * @example Swiss army knife
             */
            name: string;
            /** @description For one piece, as it was when the order was placed */
            price: components["schemas"]["Money"];
        };
        OrderLineInput: {
            /** @example knife */
            productId: string;
            /**
             * Format: int64
             * @example 2
             */
            quantity: number;
            /** @description May be sent back as it was read, and is ignored */
            name?: unknown;
            /** @description May be sent back as it was read, and is ignored */
            price?: unknown;
        };
        OrderPage: {
            items: components["schemas"]["Order"][];
            /** @description Pass as `after` to read on; absent at the end */
            next?: string;
        };
        PlacedOrder: {
            /**
             * Format: uuid
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            orderId: string;
            /**
             * @example PLACED
             * @enum {string}
             */
            status: "PLACED" | "CONFIRMED" | "REJECTED" | "CANCELLED";
        };
        FoundAddress: {
            /** @example Münstergasse 5 */
            street: string;
            /** @example 3011 */
            postalCode: string;
            /** @example Bern */
            city: string;
            /** @example CH */
            country: string;
        };
        FoundCustomer: {
            /**
             * Format: uuid
             * @example 01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
             */
            customerId: string;
            /** @example Anna Müller */
            name: string;
            /** @example anna.mueller@example.ch */
            email: string;
            /**
             * @example A
             * @enum {string}
             */
            category: "UNKNOWN" | "A" | "B" | "C";
            address: components["schemas"]["FoundAddress"];
        };
        FoundCustomers: {
            items: components["schemas"]["FoundCustomer"][];
        };
        EventMap: {
            services: components["schemas"]["WatchedService"][];
            topics: components["schemas"]["WatchedTopic"][];
        };
        Flow: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kafka: "up" | "away";
            /** @description Seconds between two looks, at the moment */
            every: number;
            topics: components["schemas"]["TopicFlow"][];
            publishes: components["schemas"]["PublishingFlow"][];
            subscriptions: components["schemas"]["SubscriptionFlow"][];
            outboxes: components["schemas"]["OutboxFlow"][];
            views: components["schemas"]["ViewFlow"][];
        };
        FlowHistory: {
            /** @description Seconds between two points */
            every: number;
            /**
             * Format: date-time
             * @description The time of the first point
             */
            from: string;
            /**
             * Format: date-time
             * @description The time of the last point
             */
            to: string;
            series: components["schemas"]["HistorySeries"][];
        };
        HistorySeries: {
            /** @enum {string} */
            kind: "lag" | "outbox" | "rate";
            service?: string;
            subscription?: string;
            topic?: string;
            /** @description null: not known */
            points: (number | null)[];
        };
        OrderTrace: {
            /** Format: uuid */
            orderId: string;
            /** @enum {string} */
            status: "PLACED" | "CONFIRMED" | "REJECTED" | "CANCELLED";
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description The order has ended, and nothing of it is known to be under way */
            complete: boolean;
            /** @description Something is missing that a part of the log may have which was not looked through */
            truncated: boolean;
            /** @description How far apart positions are looked at, ms */
            resolutionMs: number;
            /** @description Causes before effects */
            steps: components["schemas"]["TraceStep"][];
        };
        OutboxFlow: {
            service: string;
            /** @description Facts committed and not yet published */
            depth: number | null;
            oldestSeconds: number | null;
        };
        PublishingFlow: {
            service: string;
            topic: string;
            /** @description Records published per second, over the last ten seconds */
            perSecond: number | null;
        };
        SchemaSubject: {
            /** @example order-value */
            subject: string;
            /** @example order */
            topic: string;
            /** @example Order */
            record: string;
            /** @description Oldest first; none before the schema is deployed */
            versions: components["schemas"]["SchemaVersion"][];
        };
        SchemaSubjects: {
            subjects: components["schemas"]["SchemaSubject"][];
        };
        SchemaVersion: {
            version: number;
            /** @description Stands in the first bytes of every value that it wrote */
            id: number;
            /** @description Avro */
            schema: {
                [key: string]: unknown;
            };
        };
        SubscriptionFlow: {
            service: string;
            subscription: string;
            topic: string;
            /** @enum {string} */
            kind: "view" | "reaction";
            /** @enum {string} */
            state: "starting" | "running" | "waiting" | "stopped" | "away";
            /** @description Offsets between its position and the end of the log */
            lag: number | null;
            /** @description Age of the oldest message that is not handled, at most */
            lagSeconds: number | null;
            /** @description Messages taken on per second, over the last ten seconds */
            perSecond: number | null;
            parked: number | null;
            waiting: number | null;
            /** @description It has caught up once */
            ready: boolean | null;
        };
        TopicFlow: {
            topic: string;
            /** @description Offsets from the start of its log to the end: its records, the markers of transactions, and the holes that compaction left */
            offsets: number | null;
            /** @description Records published per second, over the last ten seconds, as their services count them */
            perSecond: number | null;
        };
        TopicRecord: {
            topic: string;
            partition: number;
            /** @example 123 */
            offset: string;
            /**
             * Format: date-time
             * @description null: no date can hold it
             */
            time: string | null;
            /** @description null: a tombstone, or undecodable */
            type: string | null;
            key: string | null;
            value: {
                [key: string]: unknown;
            } | null;
            headers: {
                [key: string]: string;
            };
            undecodable?: components["schemas"]["UndecodableBytes"];
        };
        TopicRecords: {
            items: components["schemas"]["TopicRecord"][];
            /** @enum {string} */
            order: "newest-first" | "oldest-first";
            /** @description The search was given up before it had looked at everything */
            truncated: boolean;
        };
        TraceReader: {
            /** @example stock-service */
            service: string;
            /** @example stock-commands */
            subscription: string;
            /** @enum {string} */
            kind: "view" | "reaction";
            /** @description Its position is beyond the record: it was handled, or parked */
            applied: boolean;
            /**
             * Format: date-time
             * @description Missing when nobody looked at that time
             */
            appliedAt?: string;
            /** @description It may have been so much earlier, ms */
            withinMs?: number;
        };
        TraceStep: {
            /**
             * Format: date-time
             * @description When its service wrote it
             */
            at: string;
            /**
             * Format: date-time
             * @description When it came into the log
             */
            publishedAt: string;
            /** @example order-events */
            topic: string;
            /** @enum {string} */
            kind: "whole-value" | "events" | "commands";
            partition: number;
            /** @example 28 */
            offset: string;
            /** @example OrderPlaced */
            type: string | null;
            key: string | null;
            /**
             * @description Who wrote it
             * @example order-service
             */
            service: string;
            id: string;
            /** @description The id of another step; missing where a request or a timer was it */
            causedBy?: string;
            /** @description Of the W3C trace: what one request set off shares it */
            traceId?: string;
            value: {
                [key: string]: unknown;
            } | null;
            undecodable?: components["schemas"]["UndecodableBytes"];
            readers: components["schemas"]["TraceReader"][];
        };
        UndecodableBytes: {
            /** @enum {string} */
            code: "not-avro-framed" | "unknown-schema-id" | "undecodable-value" | "unknown-record";
            detail: string;
            /**
             * Format: byte
             * @description The first 4 kB
             */
            bytes: string;
        };
        ViewFlow: {
            service: string;
            view: string;
            topic: string;
            subscription: string;
            /** @description How much of the log it has applied, 0 to 1 */
            progress: number | null;
            lag: number | null;
            ready: boolean | null;
        };
        WatchedService: {
            /** @example order-service */
            name: string;
            summary: string;
            /** @enum {string} */
            state: "up" | "degraded" | "away";
            /**
             * @description Codes of what works less well
             * @example [
             *       "lag"
             *     ]
             */
            degraded: string[];
            /**
             * @example [
             *       "order",
             *       "order-events"
             *     ]
             */
            owns: string[];
            /**
             * @example [
             *       "stock-commands"
             *     ]
             */
            sends: string[];
            keeps: components["schemas"]["WatchedView"][];
            /**
             * @example [
             *       "stock-events"
             *     ]
             */
            reactsTo: string[];
        };
        WatchedTopic: {
            /** @example order */
            name: string;
            /** @enum {string} */
            kind: "whole-value" | "events" | "commands";
            /** @example orderId */
            key: string;
            /** @example order-service */
            owner: string;
            summary: string;
            partitions: number;
            /**
             * @example [
             *       "Order"
             *     ]
             */
            records: string[];
        };
        WatchedView: {
            /** @example customers */
            view: string;
            /** @example customer */
            topic: string;
            /**
             * @description Of this version of the view
             * @example customers_1a2b3c4d
             */
            subscription: string;
        };
    };
    responses: {
        /** @description `unauthenticated`: The caller has not shown who he is */
        Unauthenticated: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "unauthenticated";
                };
            };
        };
        /** @description `forbidden`: The caller may not do this */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "forbidden";
                };
            };
        };
        /** @description `request-timeout`: The request took too long to arrive */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request-timeout";
                };
            };
        };
        /** @description `url-too-long`: The address is longer than this service reads */
        UrlTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "url-too-long";
                };
            };
        };
        /** @description `headers-too-large`: The headers are larger than this service reads */
        HeadersTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "headers-too-large";
                };
            };
        };
        /** @description `internal-error`: Something went wrong here */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "internal-error";
                };
            };
        };
        /** @description `answer-lost`: The service behind this address broke off before it answered: what was asked may have been done */
        AnswerLost: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "answer-lost";
                };
            };
        };
        /** @description `order-not-found`: There is no such order */
        OrderNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "order-not-found";
                };
            };
        };
        /** @description `too-many-requests`: The caller asks more often than he may */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "too-many-requests";
                };
            };
        };
        /** @description `body-too-large`: The body is larger than this service reads */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "body-too-large";
                };
            };
        };
        /** @description `unsupported-media-type`: The body must be application/json */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "unsupported-media-type";
                };
            };
        };
        /** @description `customer-not-found`: There is no such customer */
        CustomerNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "customer-not-found";
                };
            };
        };
        /** @description `idempotency-key-reused`: The Idempotency-Key was used with another body */
        IdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "idempotency-key-reused";
                };
            };
        };
        /** @description `version-conflict`: The thing was changed since it was read */
        VersionConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "version-conflict";
                };
            };
        };
        /** @description `if-match-required`: Replacing needs an If-Match header with the ETag that was read */
        IfMatchRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "if-match-required";
                };
            };
        };
        /** @description `reset-to-beginning-only`: A view is read again from the beginning of its log or not at all */
        ResetToBeginningOnly: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "reset-to-beginning-only";
                };
            };
        };
        /** @description `not-first-of-key`: An earlier message of the same key is parked */
        NotFirstOfKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "not-first-of-key";
                };
            };
        };
        /** @description `message-not-parked`: No such message is parked */
        MessageNotParked: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "message-not-parked";
                };
            };
        };
        /** @description `republish-running`: This service is comparing its tables with its topics already */
        RepublishRunning: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "republish-running";
                };
            };
        };
        /** @description `topic-not-owned`: This service does not hold the truth of this topic */
        TopicNotOwned: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "topic-not-owned";
                };
            };
        };
        /** @description `service-timeout`: The service behind this address took too long */
        ServiceTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "service-timeout";
                };
            };
        };
        /** @description `route-not-found`: There is nothing at this address */
        RouteNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "route-not-found";
                };
            };
        };
        /** @description `request-in-progress`: A request with this Idempotency-Key is being handled */
        RequestInProgress: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "request-in-progress";
                };
            };
        };
        /** @description `view-behind`: This service has not yet applied what the Consistency-Token asks for */
        ViewBehind: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "view-behind";
                };
            };
        };
        /** @description `identity-unavailable`: The keys that tokens are checked with cannot be had */
        IdentityUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "identity-unavailable";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The version, as If-Match and If-None-Match take it
         * @example "7"
         */
        ETag: string;
        /**
         * @description Where the new thing is
         * @example /api/orders/01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17
         */
        Location: string;
        /**
         * @description What was written: send it along with a read that must not be older
         * @example W10
         */
        "Consistency-Token": string;
        /**
         * @description `true`: this is the first answer again
         * @example true
         */
        "Idempotency-Replayed": string;
        /**
         * @description Seconds
         * @example 1
         */
        "Retry-After": number;
        /**
         * @description RFC 6750
         * @example Bearer realm="offset-zero", error="invalid_token"
         */
        "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    followLive: {
        parameters: {
            query?: {
                /** @description Only these topics; all that the caller may see when left out */
                topics?: ("customer" | "product" | "stock" | "order" | "order-events" | "stock-commands" | "stock-events")[];
                /** @description Only records with these keys */
                key?: string[];
                /** @description Besides, everything that happens to this order */
                order?: string;
                /** @description The id of the last event: the stream goes on behind it */
                lastEventId?: string;
            };
            header?: {
                /** @description The id of the last event: the stream goes on behind it. Counts more than `lastEventId` */
                "Last-Event-ID"?: string;
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; this is the schema of each event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        /** @description For `Last-Event-ID`; an event without it leaves the last one as it is */
                        id?: string;
                        /** @enum {string} */
                        event: "record";
                        data: string;
                    } | {
                        /** @description For `Last-Event-ID`; an event without it leaves the last one as it is */
                        id?: string;
                        /** @enum {string} */
                        event: "ready";
                        data: string;
                    } | {
                        /** @description For `Last-Event-ID`; an event without it leaves the last one as it is */
                        id?: string;
                        /** @enum {string} */
                        event: "reset";
                        data: string;
                    } | {
                        /** @description For `Last-Event-ID`; an event without it leaves the last one as it is */
                        id?: string;
                        /** @enum {string} */
                        event: "state";
                        data: string;
                    };
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             *
             *     `invalid-cursor`: The cursor was not given out by this list
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header" | "invalid-cursor";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OrderNotFound"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-stopping`: The service is stopping
             *
             *     `live-full`: This gateway holds as many live streams as it may
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "identity-unavailable" | "service-stopping" | "live-full";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    getOrderPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stock": [],
                     *       "missing": [
                     *         {
                     *           "part": "customer",
                     *           "code": "service-unavailable"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `order-not-found`: There is no such order
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "order-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "identity-unavailable";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "firstName": "Klara",
                     *           "lastName": "Vorbild",
                     *           "email": "klara.vorbild@example.ch",
                     *           "category": "B",
                     *           "address": {
                     *             "street": "Rathausplatz 2",
                     *             "postalCode": "3600",
                     *             "city": "Thun",
                     *             "country": "CH"
                     *           },
                     *           "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *           "version": 1,
                     *           "registeredAt": "2026-11-21T09:39:45.087Z",
                     *           "updatedAt": "2026-11-21T09:39:45.087Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             *
             *     `invalid-cursor`: The cursor was not given out by this list
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header" | "invalid-cursor";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    registerCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description A repeated request gets the same answer again, for 24 hours.
                 * @example 2f1c7a52-8c39-4e0a-9d0e-3b6f1f0c6a11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Klara",
                 *       "lastName": "Vorbild",
                 *       "email": "klara.vorbild@example.ch",
                 *       "category": "B",
                 *       "address": {
                 *         "street": "Rathausplatz 2",
                 *         "postalCode": "3600",
                 *         "city": "Thun",
                 *         "country": "CH"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CustomerInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "firstName": "Klara",
                     *       "lastName": "Vorbild",
                     *       "email": "klara.vorbild@example.ch",
                     *       "category": "B",
                     *       "address": {
                     *         "street": "Rathausplatz 2",
                     *         "postalCode": "3600",
                     *         "city": "Thun",
                     *         "country": "CH"
                     *       },
                     *       "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *       "version": 1,
                     *       "registeredAt": "2026-11-21T09:39:45.087Z",
                     *       "updatedAt": "2026-11-21T09:39:45.087Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            408: components["responses"]["RequestTimeout"];
            /**
             * @description `customer-exists`: This customer exists already
             *
             *     `request-in-progress`: A request with this Idempotency-Key is being handled
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "customer-exists" | "request-in-progress";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description The ETag that was read: 304 while it is still that one.
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "firstName": "Klara",
                     *       "lastName": "Vorbild",
                     *       "email": "klara.vorbild@example.ch",
                     *       "category": "B",
                     *       "address": {
                     *         "street": "Rathausplatz 2",
                     *         "postalCode": "3600",
                     *         "city": "Thun",
                     *         "country": "CH"
                     *       },
                     *       "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *       "version": 1,
                     *       "registeredAt": "2026-11-21T09:39:45.087Z",
                     *       "updatedAt": "2026-11-21T09:39:45.087Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description It still is the version of If-None-Match */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `customer-not-found`: There is no such customer
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "customer-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    replaceCustomer: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read; `*` takes any version */
                "If-Match": string;
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Klara",
                 *       "lastName": "Vorbild",
                 *       "email": "klara.vorbild@example.ch",
                 *       "category": "B",
                 *       "address": {
                 *         "street": "Rathausplatz 2",
                 *         "postalCode": "3600",
                 *         "city": "Thun",
                 *         "country": "CH"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CustomerInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "firstName": "Klara",
                     *       "lastName": "Vorbild",
                     *       "email": "klara.vorbild@example.ch",
                     *       "category": "B",
                     *       "address": {
                     *         "street": "Rathausplatz 2",
                     *         "postalCode": "3600",
                     *         "city": "Thun",
                     *         "country": "CH"
                     *       },
                     *       "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *       "version": 1,
                     *       "registeredAt": "2026-11-21T09:39:45.087Z",
                     *       "updatedAt": "2026-11-21T09:39:45.087Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `customer-not-found`: There is no such customer
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "customer-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["IfMatchRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    deleteCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; `*` takes any version */
                "If-Match"?: string;
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `customer-not-found`: There is no such customer
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "customer-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
            };
            header?: {
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "what": "redrive",
                     *           "offsets": [],
                     *           "outcome": "handled"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             *
             *     `invalid-cursor`: The cursor was not given out by this list
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header" | "invalid-cursor";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["RouteNotFound"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    listParked: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                subscription?: string;
                /** @description The key as text; empty for messages that have none */
                key?: string;
                /** @description `waiting`: for data that has not arrived, and tried again by itself */
                state?: "parked" | "waiting";
            };
            header?: {
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "state": "parked",
                     *           "code": "handler-failed"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ParkedPage"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             *
             *     `invalid-cursor`: The cursor was not given out by this list
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header" | "invalid-cursor";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["RouteNotFound"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    discardParked: {
        parameters: {
            query?: never;
            header?: {
                /** @description For whom it is done, for the audit */
                "Ops-User"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subscription": "stock-commands",
                 *       "key": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                 *       "reason": "Written by a test"
                 *     }
                 */
                "application/json": components["schemas"]["Discard"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["DiscardAnswer"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `message-not-parked`: No such message is parked
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "message-not-parked";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    redriveParked: {
        parameters: {
            query?: never;
            header?: {
                /** @description For whom it is done, for the audit */
                "Ops-User"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "subscription": "stock-commands",
                 *       "key": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17"
                 *     }
                 */
                "application/json": components["schemas"]["Redrive"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": components["schemas"]["RedriveAnswer"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `subscription-not-found`: This service has no such subscription
             *
             *     `message-not-parked`: No such message is parked
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "subscription-not-found" | "message-not-parked";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["NotFirstOfKey"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    inspectParked: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
                subscription: string;
                partition: string;
                offset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "parked",
                     *       "code": "handler-failed",
                     *       "history": []
                     *     }
                     */
                    "application/json": components["schemas"]["ParkedDetail"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `message-not-parked`: No such message is parked
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "message-not-parked";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    getRepublish: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "never",
                     *       "topics": [
                     *         {
                     *           "step": "reading the log",
                     *           "examples": [
                     *             {
                     *               "kind": "missing-in-log"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "notComparable": [
                     *         {
                     *           "kind": "events"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RepublishRun"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["RouteNotFound"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    beginRepublish: {
        parameters: {
            query?: never;
            header?: {
                /** @description For whom it is done, for the audit */
                "Ops-User"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["RepublishRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "never",
                     *       "topics": [
                     *         {
                     *           "step": "reading the log",
                     *           "examples": [
                     *             {
                     *               "kind": "missing-in-log"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "notComparable": [
                     *         {
                     *           "kind": "events"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RepublishRun"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["RouteNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["RepublishRunning"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["TopicNotOwned"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "state": "starting",
                     *           "partitions": [
                     *             {}
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SubscriptionList"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["RouteNotFound"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    resetSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description For whom it is done, for the audit */
                "Ops-User"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                /**
                 * @description Whose operators are meant
                 * @example stock-service
                 */
                service: "customer-service" | "product-service" | "stock-service" | "order-service" | "customer-search";
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "beginning",
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["Reset"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "moves": [
                     *         {}
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ResetAnswer"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `subscription-not-found`: This service has no such subscription
             *
             *     `partition-not-found`: The topic has no such partition
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "subscription-not-found" | "partition-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            /**
             * @description `messages-parked`: What would be handled again is still parked
             *
             *     `offset-not-in-log`: The log does not have this offset
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "messages-parked" | "offset-not-in-log";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ResetToBeginningOnly"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `kafka-unavailable`: Kafka does not answer this service
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "kafka-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Exactly this category */
                category?: string;
                /** @description Part of the name or of the id */
                q?: string;
                /** @description Only these, as far as they exist */
                ids?: string[];
            };
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "Swiss army knife",
                     *           "description": "Twelve blades",
                     *           "category": "Tools",
                     *           "price": {
                     *             "amountMinor": 1250,
                     *             "currency": "CHF"
                     *           },
                     *           "version": 1,
                     *           "productId": "knife"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             *
             *     `invalid-cursor`: The cursor was not given out by this list
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header" | "invalid-cursor";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description A repeated request gets the same answer again, for 24 hours.
                 * @example 2f1c7a52-8c39-4e0a-9d0e-3b6f1f0c6a11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Swiss army knife",
                 *       "description": "Twelve blades",
                 *       "category": "Tools",
                 *       "price": {
                 *         "amountMinor": 1250,
                 *         "currency": "CHF"
                 *       },
                 *       "productId": "knife"
                 *     }
                 */
                "application/json": components["schemas"]["NewProduct"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Swiss army knife",
                     *       "description": "Twelve blades",
                     *       "category": "Tools",
                     *       "price": {
                     *         "amountMinor": 1250,
                     *         "currency": "CHF"
                     *       },
                     *       "version": 1,
                     *       "productId": "knife"
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /**
             * @description `product-exists`: A product with this id exists already
             *
             *     `request-in-progress`: A request with this Idempotency-Key is being handled
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "product-exists" | "request-in-progress";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description The ETag that was read: 304 while it is still that one.
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Swiss army knife",
                     *       "description": "Twelve blades",
                     *       "category": "Tools",
                     *       "price": {
                     *         "amountMinor": 1250,
                     *         "currency": "CHF"
                     *       },
                     *       "version": 1,
                     *       "productId": "knife"
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description It still is the version of If-None-Match */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `product-not-found`: There is no such product
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "product-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    replaceProduct: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read; `*` takes any version */
                "If-Match": string;
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Swiss army knife",
                 *       "description": "Twelve blades",
                 *       "category": "Tools",
                 *       "price": {
                 *         "amountMinor": 1250,
                 *         "currency": "CHF"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ProductInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Swiss army knife",
                     *       "description": "Twelve blades",
                     *       "category": "Tools",
                     *       "price": {
                     *         "amountMinor": 1250,
                     *         "currency": "CHF"
                     *       },
                     *       "version": 1,
                     *       "productId": "knife"
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `product-not-found`: There is no such product
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "product-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            428: components["responses"]["IfMatchRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read; `*` takes any version */
                "If-Match"?: string;
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `product-not-found`: There is no such product
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "product-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["VersionConflict"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    listStock: {
        parameters: {
            query: {
                /** @description May be repeated */
                productId: string[];
            };
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "productId": "knife",
                     *           "onHand": 10,
                     *           "reserved": 3,
                     *           "available": 7
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StockList"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             *
             *     `view-not-ready`: What this service keeps of others is still being read
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting" | "view-not-ready";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    getStock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "productId": "knife",
                     *       "onHand": 10,
                     *       "reserved": 3,
                     *       "available": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Stock"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `product-not-found`: There is no such product
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "product-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             *
             *     `view-not-ready`: What this service keeps of others is still being read
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting" | "view-not-ready";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    receiveStock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description A repeated request gets the same answer again, for 24 hours.
                 * @example 2f1c7a52-8c39-4e0a-9d0e-3b6f1f0c6a11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 10
                 *     }
                 */
                "application/json": components["schemas"]["Receipt"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "productId": "knife",
                     *       "onHand": 10,
                     *       "reserved": 3,
                     *       "available": 7
                     *     }
                     */
                    "application/json": components["schemas"]["Stock"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `product-not-found`: There is no such product
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "product-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["RequestInProgress"];
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `amount-too-large`: An amount or quantity would exceed what can be kept
             *
             *     `idempotency-key-reused`: The Idempotency-Key was used with another body
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "amount-too-large" | "idempotency-key-reused";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             *
             *     `view-not-ready`: What this service keeps of others is still being read
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting" | "view-not-ready";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Only the orders of this customer */
                customerId?: string;
            };
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "orderId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *           "version": 2,
                     *           "status": "CONFIRMED",
                     *           "reason": null,
                     *           "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *           "customer": {
                     *             "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *             "name": "Peter Muster",
                     *             "category": "A",
                     *             "address": {
                     *               "street": "Chaumonweg 108",
                     *               "postalCode": "3095",
                     *               "city": "Spiegel",
                     *               "country": "CH"
                     *             }
                     *           },
                     *           "lines": [
                     *             {
                     *               "productId": "knife",
                     *               "quantity": 2,
                     *               "name": "Swiss army knife",
                     *               "price": {
                     *                 "amountMinor": 1250,
                     *                 "currency": "CHF"
                     *               }
                     *             }
                     *           ],
                     *           "total": {
                     *             "amountMinor": 2500,
                     *             "currency": "CHF"
                     *           },
                     *           "placedAt": "2026-11-21T09:39:45.087Z",
                     *           "updatedAt": "2026-11-21T09:39:45.087Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             *
             *     `invalid-cursor`: The cursor was not given out by this list
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header" | "invalid-cursor";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             *
             *     `view-not-ready`: What this service keeps of others is still being read
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting" | "view-not-ready";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description A repeated request gets the same answer again, for 24 hours.
                 * @example 2f1c7a52-8c39-4e0a-9d0e-3b6f1f0c6a11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                 *       "lines": [
                 *         {
                 *           "productId": "knife",
                 *           "quantity": 2
                 *         }
                 *       ],
                 *       "expectedTotal": {
                 *         "amountMinor": 2500,
                 *         "currency": "CHF"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *       "status": "PLACED"
                     *     }
                     */
                    "application/json": components["schemas"]["PlacedOrder"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             *
             *     `duplicate-product`: A product appears twice in the order
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header" | "duplicate-product";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /**
             * @description `price-changed`: The total is not the expected one
             *
             *     `request-in-progress`: A request with this Idempotency-Key is being handled
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "price-changed" | "request-in-progress";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description `unknown-customer`: The customer is not known
             *
             *     `unknown-product`: A product is not known
             *
             *     `mixed-currencies`: The products are priced in different currencies
             *
             *     `amount-too-large`: An amount or quantity would exceed what can be kept
             *
             *     `idempotency-key-reused`: The Idempotency-Key was used with another body
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "unknown-customer" | "unknown-product" | "mixed-currencies" | "amount-too-large" | "idempotency-key-reused";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             *
             *     `view-not-ready`: What this service keeps of others is still being read
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting" | "view-not-ready";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description `wait=N`: there is time for news, N seconds (30 at most) */
                Prefer?: string;
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *       "version": 2,
                     *       "status": "CONFIRMED",
                     *       "reason": null,
                     *       "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *       "customer": {
                     *         "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *         "name": "Peter Muster",
                     *         "category": "A",
                     *         "address": {
                     *           "street": "Chaumonweg 108",
                     *           "postalCode": "3095",
                     *           "city": "Spiegel",
                     *           "country": "CH"
                     *         }
                     *       },
                     *       "lines": [
                     *         {
                     *           "productId": "knife",
                     *           "quantity": 2,
                     *           "name": "Swiss army knife",
                     *           "price": {
                     *             "amountMinor": 1250,
                     *             "currency": "CHF"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 2500,
                     *         "currency": "CHF"
                     *       },
                     *       "placedAt": "2026-11-21T09:39:45.087Z",
                     *       "updatedAt": "2026-11-21T09:39:45.087Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `order-not-found`: There is no such order
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "order-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             *
             *     `view-not-ready`: What this service keeps of others is still being read
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting" | "view-not-ready";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description A repeated request gets the same answer again, for 24 hours.
                 * @example 2f1c7a52-8c39-4e0a-9d0e-3b6f1f0c6a11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "Consistency-Token": components["headers"]["Consistency-Token"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *       "version": 2,
                     *       "status": "CONFIRMED",
                     *       "reason": null,
                     *       "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *       "customer": {
                     *         "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *         "name": "Peter Muster",
                     *         "category": "A",
                     *         "address": {
                     *           "street": "Chaumonweg 108",
                     *           "postalCode": "3095",
                     *           "city": "Spiegel",
                     *           "country": "CH"
                     *         }
                     *       },
                     *       "lines": [
                     *         {
                     *           "productId": "knife",
                     *           "quantity": 2,
                     *           "name": "Swiss army knife",
                     *           "price": {
                     *             "amountMinor": 1250,
                     *             "currency": "CHF"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 2500,
                     *         "currency": "CHF"
                     *       },
                     *       "placedAt": "2026-11-21T09:39:45.087Z",
                     *       "updatedAt": "2026-11-21T09:39:45.087Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `malformed-json`: The body is not valid JSON
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "malformed-json" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `order-not-found`: There is no such order
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "order-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            /**
             * @description `order-not-cancellable`: The order can no longer be cancelled
             *
             *     `request-in-progress`: A request with this Idempotency-Key is being handled
             */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "order-not-cancellable" | "request-in-progress";
                    };
                };
            };
            413: components["responses"]["BodyTooLarge"];
            414: components["responses"]["UrlTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             *
             *     `view-not-ready`: What this service keeps of others is still being read
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting" | "view-not-ready";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    searchCustomers: {
        parameters: {
            query: {
                /** @description Name, e-mail or address, or the beginning of their words */
                q: string;
                limit?: number;
            };
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "customerId": "01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17",
                     *           "name": "Anna Müller",
                     *           "email": "anna.mueller@example.ch",
                     *           "category": "A",
                     *           "address": {
                     *             "street": "Münstergasse 5",
                     *             "postalCode": "3011",
                     *             "city": "Bern",
                     *             "country": "CH"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FoundCustomers"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `database-unavailable`: The database of this service does not answer
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             *
             *     `service-starting`: The service is starting
             *
             *     `view-not-ready`: What this service keeps of others is still being read
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "database-unavailable" | "identity-unavailable" | "service-starting" | "view-not-ready";
                    };
                };
            };
            /**
             * @description `service-timeout`: The service behind this address took too long
             *
             *     `view-behind`: This service has not yet applied what the Consistency-Token asks for
             */
            504: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-timeout" | "view-behind";
                    };
                };
            };
        };
    };
    getFlow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kafka": "up",
                     *       "topics": [
                     *         {}
                     *       ],
                     *       "publishes": [
                     *         {}
                     *       ],
                     *       "subscriptions": [
                     *         {
                     *           "kind": "view",
                     *           "state": "starting"
                     *         }
                     *       ],
                     *       "outboxes": [
                     *         {}
                     *       ],
                     *       "views": [
                     *         {}
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Flow"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "identity-unavailable";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    getFlowHistory: {
        parameters: {
            query?: {
                /** @description How far back */
                minutes?: number;
            };
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "series": [
                     *         {
                     *           "kind": "lag",
                     *           "points": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FlowHistory"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "identity-unavailable";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    getEventMap: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "services": [
                     *         {
                     *           "name": "order-service",
                     *           "state": "up",
                     *           "degraded": [
                     *             "lag"
                     *           ],
                     *           "owns": [
                     *             "order",
                     *             "order-events"
                     *           ],
                     *           "sends": [
                     *             "stock-commands"
                     *           ],
                     *           "keeps": [
                     *             {
                     *               "view": "customers",
                     *               "topic": "customer",
                     *               "subscription": "customers_1a2b3c4d"
                     *             }
                     *           ],
                     *           "reactsTo": [
                     *             "stock-events"
                     *           ]
                     *         }
                     *       ],
                     *       "topics": [
                     *         {
                     *           "name": "order",
                     *           "kind": "whole-value",
                     *           "key": "orderId",
                     *           "owner": "order-service",
                     *           "records": [
                     *             "Order"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EventMap"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "identity-unavailable";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    listSchemas: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "subjects": [
                     *         {
                     *           "subject": "order-value",
                     *           "topic": "order",
                     *           "record": "Order",
                     *           "versions": [
                     *             {}
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SchemaSubjects"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `registry-unavailable`: The schema registry does not answer this service
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "registry-unavailable" | "identity-unavailable";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    listTopicRecords: {
        parameters: {
            query?: {
                /** @description Only the records of this key */
                key?: string;
                partition?: number;
                /** @description An offset, in each partition that is looked at, or a time: oldest first from there */
                from?: string;
                limit?: number;
            };
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                topic: "customer" | "product" | "stock" | "order" | "order-events" | "stock-commands" | "stock-events";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "offset": "123",
                     *           "undecodable": {
                     *             "code": "not-avro-framed"
                     *           }
                     *         }
                     *       ],
                     *       "order": "newest-first"
                     *     }
                     */
                    "application/json": components["schemas"]["TopicRecords"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `topic-not-found`: There is no such topic
             *
             *     `partition-not-found`: The topic has no such partition
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "topic-not-found" | "partition-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `kafka-unavailable`: Kafka does not answer this service
             *
             *     `registry-unavailable`: The schema registry does not answer this service
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "kafka-unavailable" | "registry-unavailable" | "identity-unavailable";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
    traceOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As a write answered it: the answer is not older than that write. Several are joined by commas.
                 * @example W10
                 */
                "Consistency-Token"?: string;
                /**
                 * @description `1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides
                 * @example 0
                 */
                "X-Canary"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "PLACED",
                     *       "steps": [
                     *         {
                     *           "topic": "order-events",
                     *           "kind": "whole-value",
                     *           "offset": "28",
                     *           "type": "OrderPlaced",
                     *           "service": "order-service",
                     *           "undecodable": {
                     *             "code": "not-avro-framed"
                     *           },
                     *           "readers": [
                     *             {
                     *               "service": "stock-service",
                     *               "subscription": "stock-commands",
                     *               "kind": "view"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderTrace"];
                };
            };
            /**
             * @description `malformed-request`: The request is not valid HTTP
             *
             *     `validation-failed`: The request breaks a rule stated in the API documentation
             *
             *     `invalid-header`: A header has a value that cannot be understood
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "malformed-request" | "validation-failed" | "invalid-header";
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /**
             * @description `route-not-found`: There is nothing at this address
             *
             *     `order-not-found`: There is no such order
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "route-not-found" | "order-not-found";
                    };
                };
            };
            408: components["responses"]["RequestTimeout"];
            414: components["responses"]["UrlTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["AnswerLost"];
            /**
             * @description `service-unavailable`: The service behind this address cannot be reached: nothing was done
             *
             *     `kafka-unavailable`: Kafka does not answer this service
             *
             *     `registry-unavailable`: The schema registry does not answer this service
             *
             *     `identity-unavailable`: The keys that tokens are checked with cannot be had
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "service-unavailable" | "kafka-unavailable" | "registry-unavailable" | "identity-unavailable";
                    };
                };
            };
            504: components["responses"]["ServiceTimeout"];
        };
    };
}
