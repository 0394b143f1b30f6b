using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>Some answers to a search, in id order.</summary>
/// <param name="Citizens">Fewer than asked for although more follow only after a very long look.</param>
/// <param name="Next">Pass as <c>After</c> to read on; null at the end.</param>
public sealed record SearchPage(IReadOnlyList<CitizenView> Citizens, GoldenId? Next);
