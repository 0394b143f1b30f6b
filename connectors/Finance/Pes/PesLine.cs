using IntegrationHub.Connectors.Files.Xml;

namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>One third party as one line of an order names it.</summary>
/// <param name="Key">Of the third party; null when nothing tells who it is.</param>
/// <param name="Tiers">The element <c>Tiers</c>, without bank details.</param>
/// <param name="Piece">The order.</param>
/// <param name="Place">Line and column of the element.</param>
/// <param name="Problem">What is wrong with it; null for nothing.</param>
internal sealed record PesLine(string? Key, XmlItem Tiers, PesPiece Piece, string Place, string? Problem);
