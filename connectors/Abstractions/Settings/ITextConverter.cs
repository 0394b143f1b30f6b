namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>A converter of a small language written as text; its schema is a string with an example.</summary>
public interface ITextConverter
{
    string Example { get; }
}
