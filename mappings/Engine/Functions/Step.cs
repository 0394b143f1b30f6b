using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>A function bound to its arguments. Pure but for the issues it tells <paramref name="attempt"/>.</summary>
/// <param name="input">Never null; of a kind the function takes.</param>
/// <param name="attempt">Where a value that cannot be used is told, and the record's date of reception.</param>
/// <returns>Null when there is nothing to give.</returns>
public delegate object? Step(object input, Attempt attempt);
