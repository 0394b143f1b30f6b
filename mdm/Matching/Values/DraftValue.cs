namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>A normalised value that has no number yet.</summary>
/// <param name="Hash">Of its text; a packed value's own number.</param>
/// <param name="Start">Where its text begins in the batch.</param>
/// <param name="Length">Of its text, in bytes; 0 for a packed value.</param>
/// <param name="Verified">For identifiers.</param>
internal readonly record struct DraftValue(ulong Hash, int Start, byte Length, bool Verified);
