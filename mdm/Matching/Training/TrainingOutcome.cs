namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>What training led to.</summary>
/// <param name="Model">The trained model; null where the data could not train one.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="Report">How it went.</param>
public sealed record TrainingOutcome(MatchModel? Model, TrainingProblem Problem, TrainingReport Report);
