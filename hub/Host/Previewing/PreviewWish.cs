namespace IntegrationHub.Host.Previewing;

/// <summary>How much a preview shows.</summary>
/// <param name="Pages">Pages of a source.</param>
/// <param name="Records">Records shown of each page.</param>
/// <param name="Samples">Made-up people to ask about or to write; none takes the examples of the mapping.</param>
public sealed record PreviewWish(int Pages, int Records, IReadOnlyList<SamplePerson> Samples);
