namespace IntegrationHub.Host.Texts;

/// <summary>Why a row or a value could not be used, in the reader's language; the stable code stands behind, for whoever looks it up or writes a rule on it.</summary>
public static class RejectionWords
{
    public static string Of(Words words, string code) => words.Find($"reject.{code}") is { } sentence ? $"{sentence} ({code})" : code;
}
