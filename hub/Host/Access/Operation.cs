namespace IntegrationHub.Host.Access;

/// <summary>What a door of the hub does; every endpoint names exactly one.</summary>
public enum Operation
{
    /// <summary>Open to anyone: liveness, the sign-in page, styles, the API description. Never a word about a person.</summary>
    Open,

    /// <summary>Any signed-in account: home page, counts, own session.</summary>
    Enter,
    SearchCitizens,
    ReadCitizen,
    ReadSources,
    ReadHistory,
    MatchCitizen,
    SubmitRecord,

    /// <summary>Sends a person to an identity provider and learns who came back.</summary>
    StartLogin,
    ReadReviews,
    DecideReviews,

    /// <summary>What people's judgements say of the match model: counts and shares, nobody's values.</summary>
    ReadQuality,

    /// <summary>Draw links at random for stewards to judge.</summary>
    DrawAudits,
    ReadChanges,

    /// <summary>Everybody a key covers, with values.</summary>
    ReadSnapshot,
    ReadConnections,
    RunConnections,

    /// <summary>Create, change, end connections and mappings.</summary>
    ManageConnections,

    /// <summary>The first records of a live system, raw and mapped: personal data.</summary>
    PreviewConnections,
    ReadRuns,
    ListQuarantine,

    /// <summary>The rejected record's own bytes: personal data.</summary>
    ReadQuarantine,
    ReplayQuarantine,
    ReadSubscriptions,

    /// <summary>Create, change, release, pause, replay: it decides who receives whose data.</summary>
    ManageSubscriptions,

    /// <summary>Tell what a subscriber holds, and learn who differs.</summary>
    Reconcile,
    ReadAudit,

    /// <summary>Restriction, release, erasure, a copy for the person, the register of requests.</summary>
    ExerciseRights,
    RecordDeath,
    ManageKeys,
    ManageModels,
}
