import type { MigrationInterface, QueryRunner } from "typeorm";

/** Everything that is known of owners and what they published. Histories only grow: a trigger refuses changes. */
export class CreateRegistry1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registry.owner (
        name text PRIMARY KEY CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('MUNICIPALITY', 'AGENCY', 'OPERATOR')),
        municipality text UNIQUE CHECK (municipality ~ '^[0-9]{4}$'),
        prefix text NOT NULL UNIQUE CHECK (prefix ~ '^[a-z][A-Za-z0-9]*$'),
        hosts text[],
        CHECK ((kind = 'MUNICIPALITY') = (municipality IS NOT NULL))
      );

      -- A token is "kgt_<id>_<secret>"; of the secret only its hash is here.
      CREATE TABLE registry.token (
        id text PRIMARY KEY,
        owner text NOT NULL REFERENCES registry.owner,
        secret_hash bytea NOT NULL,
        note text,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        last_used_at timestamptz
      );

      CREATE TABLE registry.subgraph_version (
        owner text NOT NULL REFERENCES registry.owner,
        number int NOT NULL,
        sdl text NOT NULL,
        routing_url text NOT NULL,
        message text,
        published_by text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (owner, number)
      );

      -- Two versions with one text make the same supergraph; which of them it holds is told apart by members_hash.
      CREATE TABLE registry.supergraph (
        number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        hash text NOT NULL,
        sdl text NOT NULL,
        rooms_hash text NOT NULL,
        members_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (rooms_hash, members_hash, hash)
      );
      CREATE TABLE registry.supergraph_member (
        supergraph int NOT NULL REFERENCES registry.supergraph,
        owner text NOT NULL,
        version int NOT NULL,
        PRIMARY KEY (supergraph, owner),
        FOREIGN KEY (owner, version) REFERENCES registry.subgraph_version
      );

      CREATE TABLE registry.activation (
        number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        supergraph int NOT NULL REFERENCES registry.supergraph,
        reason text NOT NULL CHECK (reason IN
          ('STARTED', 'ROOMS_CHANGED', 'PUBLISHED', 'ROLLED_BACK', 'REMOVED', 'QUARANTINED', 'RETURNED')),
        owner text REFERENCES registry.owner,
        by text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );

      -- How an owner's subgraph is doing. While it is out, 'version' is what comes back when it is healthy again.
      CREATE TABLE registry.standing (
        owner text PRIMARY KEY REFERENCES registry.owner,
        state text NOT NULL CHECK (state IN ('WELL', 'FAILING', 'OUT')),
        since timestamptz NOT NULL DEFAULT now(),
        version int NOT NULL,
        reason text,
        healthy_looks int NOT NULL DEFAULT 0,
        looked_at timestamptz,
        -- Hash of the rooms' schemas that the version does not fit: with them it is not tried again.
        unfit_for text,
        FOREIGN KEY (owner, version) REFERENCES registry.subgraph_version
      );

      CREATE TABLE registry.audit (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        action text NOT NULL,
        owner text,
        details jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX audit_by_owner ON registry.audit (owner, number);

      -- Normalised operations without literals or variables, and how often each client sends them.
      CREATE TABLE registry.operation (
        hash text PRIMARY KEY,
        signature text NOT NULL,
        coordinates text[] NOT NULL,
        first_seen date NOT NULL DEFAULT current_date
      );
      CREATE INDEX operation_by_coordinate ON registry.operation USING gin (coordinates);
      CREATE TABLE registry.operation_use (
        hash text NOT NULL REFERENCES registry.operation ON DELETE CASCADE,
        day date NOT NULL,
        client text NOT NULL,
        count bigint NOT NULL,
        PRIMARY KEY (hash, day, client)
      );

      -- What gateways met when they asked owners' subgraphs, by minute.
      CREATE TABLE registry.owner_calls (
        owner text NOT NULL,
        minute timestamptz NOT NULL,
        calls bigint NOT NULL,
        failures bigint NOT NULL,
        last_failure text,
        PRIMARY KEY (owner, minute)
      );

      CREATE FUNCTION registry.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'registry.% is a history: it only grows', TG_TABLE_NAME; END $$;`);
    for (const table of ["subgraph_version", "supergraph", "supergraph_member", "activation", "audit"]) {
      await runner.query(
        `CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.${table}
           FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_change()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE registry.owner_calls, registry.operation_use, registry.operation, registry.audit, registry.standing,
        registry.activation, registry.supergraph_member, registry.supergraph, registry.subgraph_version, registry.token,
        registry.owner;
      DROP FUNCTION registry.refuse_change();`);
  }
}
