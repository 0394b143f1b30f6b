using RestEase;

namespace IntegrationHub.Tests.Http.Fakes;

/// <summary>A typed client as a connector would declare it.</summary>
public interface IFormsApi
{
    [Get("forms/{id}")]
    Task<Form> FindAsync([Path] string id, CancellationToken cancellationToken);
}
