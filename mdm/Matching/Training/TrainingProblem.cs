namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Why a file could not train a model.</summary>
public enum TrainingProblem
{
    None,

    /// <summary>Too few records to tell chance from habit.</summary>
    TooFewRecords,

    /// <summary>No two fields can be compared.</summary>
    NothingToCompare,

    /// <summary>Hardly any two records look like one person.</summary>
    TooFewMatches,

    /// <summary>The search did not come to rest, or came to rest where agreeing speaks against one person.</summary>
    NotConverged,
}
