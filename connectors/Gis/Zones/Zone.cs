using System.Text.Json.Nodes;
using NetTopologySuite.Geometries.Prepared;

namespace IntegrationHub.Connectors.Gis.Zones;

/// <summary>A polygon and what is told of it.</summary>
/// <param name="Order">Its place in the division: of two zones that share a border or overlap, the first holds the point.</param>
internal sealed record Zone(int Order, IPreparedGeometry Shape, JsonObject Properties);
