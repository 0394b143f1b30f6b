namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>What one column was taken for, or why it was left out (<see cref="ColumnMeaning.Unknown"/>).</summary>
public sealed record ColumnGuess(string Column, ColumnMeaning Meaning, RecognitionReason Reason);
