namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>Settings that must fit each other; asked once they are bound, so that an error still names file and line.</summary>
public interface ICheckedSettings
{
    IEnumerable<SettingProblem> Check();
}
